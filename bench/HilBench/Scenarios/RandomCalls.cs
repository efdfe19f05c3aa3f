namespace HilBench.Scenarios;

/// <summary>Detector calls with random gaps, drawn from the scenario's seed.</summary>
/// <param name="Shortest">Shortest gap from the end of one call to the next.</param>
/// <param name="Longest">Longest gap.</param>
/// <param name="For">How long the detector stays on.</param>
/// <param name="From">When they begin, after the start.</param>
/// <param name="To">When they end, after the start.</param>
/// <param name="Phase">Phase whose vehicle detector it is.</param>
/// <param name="PedPhase">Phase whose push button it is.</param>
public sealed record RandomCalls(TimeSpan Shortest, TimeSpan Longest, TimeSpan For, TimeSpan From, TimeSpan To, int? Phase, int? PedPhase)
{
    /// <summary>Draws the calls.</summary>
    /// <param name="seed">Seed of the draw.</param>
    /// <returns>The calls, in time order; those of one seed are always the same.</returns>
    public IEnumerable<DetectorCall> Draw(int seed)
    {
        var random = new Random(seed);
        var at = From + Gap(random);
        while (at < To)
        {
            yield return new DetectorCall(at, For, Phase, PedPhase);
            at += For + Gap(random);
        }
    }

    // Whole tenths of a second: a detector is scanned, and times stay readable in a capture.
    private TimeSpan Gap(Random random) =>
        TimeSpan.FromMilliseconds(100 * random.NextInt64((long)(Shortest.TotalSeconds * 10), (long)(Longest.TotalSeconds * 10) + 1));
}
