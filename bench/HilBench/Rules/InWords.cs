using System.Globalization;

namespace HilBench.Rules;

/// <summary>Figures as findings write them: invariant, with unit, three decimals at most.</summary>
internal static class InWords
{
    /// <summary>A duration in ms.</summary>
    public static string Ms(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.###} ms");

    /// <summary>A duration in ms.</summary>
    public static string Ms(TimeSpan span) => Ms(span.TotalMilliseconds);

    /// <summary>A duration in s.</summary>
    public static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###} s");

    /// <summary>A number of things, with the plural where there is not one.</summary>
    public static string Count(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
