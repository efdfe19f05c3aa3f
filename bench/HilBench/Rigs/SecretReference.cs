using System.Diagnostics.CodeAnalysis;
using HilBench.Wire;

namespace HilBench.Rigs;

/// <summary>Where a secret is: <c>env:NAME</c> for an environment variable, <c>file:path</c> for the first line of a file. The secret itself is never in a rig file.</summary>
public sealed class SecretReference
{
    private const string EnvironmentMark = "env:";
    private const string FileMark = "file:";

    // Nobody's password is longer; a device or another big file is not read to its end.
    private const int MaxLength = 1024;

    private readonly string _text;

    private SecretReference(string text) => _text = text;

    /// <summary>Reads a reference.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="fault">What is wrong with it; never repeats the text, which may be the secret itself.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SecretReference? reference, [NotNullWhen(false)] out string? fault)
    {
        var good = (text.StartsWith(EnvironmentMark, StringComparison.Ordinal) && text.Length > EnvironmentMark.Length)
            || (text.StartsWith(FileMark, StringComparison.Ordinal) && text.Length > FileMark.Length);
        reference = good ? new SecretReference(text) : null;
        fault = good ? null : "expected env:NAME (an environment variable) or file:path (its first line): a secret is not written into a rig file";
        return good;
    }

    /// <summary>Fetches the secret.</summary>
    /// <exception cref="RigException">The variable is not set, or the file cannot be read or is empty.</exception>
    public Secret Resolve()
    {
        if (_text.StartsWith(EnvironmentMark, StringComparison.Ordinal))
        {
            var name = _text[EnvironmentMark.Length..];
            return Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
                ? new Secret(value)
                : throw new RigException($"The environment variable {name}, which the rig file takes a secret from, is not set: export {name}=... and try again.");
        }

        var path = _text[FileMark.Length..];
        try
        {
            using var reader = new StreamReader(path);
            var text = new char[MaxLength + 1];
            var read = text.AsSpan(0, reader.ReadBlock(text));
            var line = read[..(read.IndexOfAny('\r', '\n') is >= 0 and var end ? end : read.Length)];
            return line.Length switch
            {
                0 => throw new RigException($"The file {path}, which the rig file takes a secret from, is empty: write the secret into its first line."),
                > MaxLength => throw new RigException($"The file {path}, which the rig file takes a secret from, has more than {MaxLength} characters in its first line: it should hold the secret and nothing else."),
                _ => new Secret(line.ToString()),
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RigException($"The file {path}, which the rig file takes a secret from, cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>The reference, not the secret.</summary>
    public override string ToString() => _text;
}
