using System.Collections.Immutable;
using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>Lanes of packet rates. A rig of many units would fill pages with them: beyond 24 taps those of the same kind of unit share a lane, their packets added up.</summary>
internal static class RateLanes
{
    private const int Most = 24;

    /// <summary>The lanes, each named by its tap, or by its first tap and how many more there are.</summary>
    public static IEnumerable<RateTrack> Of(ImmutableArray<RateTrack> rates, Words words) => rates.Length <= Most
        ? rates
        : rates.GroupBy(rate => Kind(rate.Tap), StringComparer.Ordinal).Select(lane => lane.ToArray() switch
        {
            [var alone] => alone,
            var taps => new RateTrack(words["{0} and {1} more", taps[0].Tap, Wording.Number(taps.Length - 1)], Sum(taps)),
        });

    // obu1.air and obu22.air are of a kind.
    private static string Kind(string tap) => string.Concat(tap.Where(letter => !char.IsAsciiDigit(letter)));

    private static ImmutableArray<int> Sum(RateTrack[] taps) =>
        [.. Enumerable.Range(0, taps.Max(tap => tap.Counts.Length)).Select(bin => (int)Math.Min(int.MaxValue, taps.Sum(tap => bin < tap.Counts.Length ? (long)tap.Counts[bin] : 0)))];
}
