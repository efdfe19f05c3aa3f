using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>Fragment names for links inside the page.</summary>
internal static class Anchor
{
    /// <summary>The article of a purpose's finding.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="index">Index of the finding, from 0.</param>
    public static string OfFinding(PurposeRecord purpose, int index) => Of("finding", $"{purpose.Row.Id}-{Wording.Number(index + 1)}");

    /// <summary>A name made only of letters, digits, dash and underscore.</summary>
    public static string Of(string kind, string name) =>
        $"{kind}-{string.Concat(name.Take(80).Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_'))}";
}
