using System.Globalization;

namespace HilBench.Inputs;

/// <summary>One fault of an input file.</summary>
/// <param name="File">The file, as it was named by the caller.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">What was found, what is expected.</param>
public sealed record InputError(string File, int Line, int Column, string Message)
{
    /// <summary>The usual form that editors and terminals make clickable: <c>file:line:column: message</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message}");
}
