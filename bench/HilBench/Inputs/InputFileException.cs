using System.Collections.Immutable;

namespace HilBench.Inputs;

/// <summary>A scenario, site or rig file that cannot be used. The message has one line a fault, in file order.</summary>
public sealed class InputFileException : Exception
{
    /// <summary>Most faults that are reported for one file.</summary>
    public const int MostErrors = 20;

    /// <summary>Makes the exception of a file's faults.</summary>
    /// <param name="errors">The faults; at least one.</param>
    public InputFileException(IEnumerable<InputError> errors)
        : this([.. errors.OrderBy(error => error.Line).ThenBy(error => error.Column)])
    {
    }

    private InputFileException(ImmutableArray<InputError> errors)
        : base(string.Join('\n', errors.Take(MostErrors).Select(error => error.ToString()).Concat(Rest(errors.Length))))
        => Errors = errors;

    /// <summary>All faults, in file order.</summary>
    public ImmutableArray<InputError> Errors { get; }

    private static IEnumerable<string> Rest(int count) =>
        count > MostErrors ? [FormattableString.Invariant($"… and {count - MostErrors} more")] : [];
}
