namespace HilBench.Reports.Html;

/// <summary>Fragment names for links inside the page.</summary>
internal static class Anchor
{
    /// <summary>A name made only of letters, digits, dash and underscore.</summary>
    public static string Of(string kind, string name) =>
        $"{kind}-{string.Concat(name.Take(80).Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_'))}";
}
