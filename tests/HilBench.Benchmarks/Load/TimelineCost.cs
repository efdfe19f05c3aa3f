using System.Globalization;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Benchmarks.Load;

/// <summary>What the record's timeline costs: the same capture judged with it and without, alternately in one process.</summary>
internal static class TimelineCost
{
    private const int Rounds = 9;

    /// <summary>Measures.</summary>
    /// <param name="capture">The capture.</param>
    public static string Line(string capture)
    {
        _ = (Seconds(capture, withTimeline: true), Seconds(capture, withTimeline: false));
        List<double> with = [], without = [], ratios = [];
        for (var round = 0; round < Rounds; round++)
        {
            with.Add(Seconds(capture, withTimeline: true));
            without.Add(Seconds(capture, withTimeline: false));
            ratios.Add(with[^1] / without[^1]);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"the timeline: judging takes {Median(with):F2} s of a processor with it, {Median(without):F2} s without, ratio {Median(ratios):F3} (medians of {Rounds}, alternately)");
    }

    private static double Seconds(string capture, bool withTimeline)
    {
        var before = Environment.CpuUsage.TotalTime;
        _ = RunJudge.Judge(capture, header: null, EvidenceLevel.Reduced, PurposeTable.All, progress: null, withTimeline: withTimeline);
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
