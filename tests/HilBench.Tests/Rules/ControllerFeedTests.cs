using HilBench.Judging;
using HilBench.Rules;

namespace HilBench.Tests.Rules;

internal sealed class ControllerFeedTests
{
    [Test]
    public void Ten_datagrams_a_second_give_no_finding_and_the_figures()
    {
        var result = Fed(10_000, 0, 100).Judge(new ControllerFeed());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.FindingCount, Is.Zero);
        Assert.That(result.Evidence, Is.EqualTo([new Evidence("controller feed", 10, "s")]));
        Assert.That(result.Measurements.Select(measurement => (measurement.Name, measurement.Count)), Is.EqualTo([("controller-feed-rate", 5), ("controller-feed-gap", 100)]));
        Assert.That(result.Measurements[0].Distribution!.Min, Is.EqualTo(20));
        Assert.That(result.Measurements[1].Distribution!.Max, Is.EqualTo(100));
    }

    [TestCase(111, "18", 0)]
    [TestCase(117, "17", 5)]
    [TestCase(91, "22", 0)]
    [TestCase(87, "23", 5)]
    public void Rates_are_judged_window_by_window(double interval, string count, int findings)
    {
        var result = Fed(10_000, 0, interval).Judge(new ControllerFeed());

        Assert.That(result.FindingCount, Is.GreaterThanOrEqualTo(Math.Min(findings, 1)).And.LessThanOrEqualTo(findings));
        Assert.That(result.Findings.Select(finding => finding.Found), Is.All.EqualTo(count));
    }

    [TestCase(300, 0)]
    [TestCase(301, 1)]
    public void A_pause_of_more_than_300_ms_is_found(int pause, int findings)
    {
        var recording = Fed(5000, 0, 100);
        Fed(recording, 5000 + pause, 100, 10_000);

        var result = recording.Judge(new ControllerFeed());

        Assert.That(result.Findings.Select(finding => finding.Expected), Is.EqualTo(Enumerable.Repeat("a gap of at most 300 ms", findings)));
    }

    [Test]
    public void A_feed_that_begins_late_or_ends_early_is_found()
    {
        var late = Fed(10_000, 400, 100).Judge(new ControllerFeed());
        var early = new Recordings { Length = 11_500 };
        Fed(early, 0, 100, 11_000);

        Assert.That(late.Findings.Single().Found, Is.EqualTo("400 ms"));
        Assert.That(late.Findings.Single().Due, Is.EqualTo(Recordings.At(300)), "the longest gap after the start");
        Assert.That(early.Judge(new ControllerFeed()).Findings.Single().Found, Is.EqualTo("500 ms"));
    }

    [Test]
    public void A_silent_feed_is_found_and_is_no_evidence()
    {
        var result = new Recordings { Length = 10_000 }.Taps("asc1.spat").Judge(new ControllerFeed());

        Assert.That(result.Findings.Single().Found, Is.EqualTo("10000 ms"));
        Assert.That(result.Findings.Single().Proof, Is.Empty);
        Assert.That(result.FailCount, Is.EqualTo(1));
        Assert.That(result.Evidence.Single().Amount, Is.Zero);
    }

    [Test]
    public void Lateness_of_the_bench_makes_a_pause_inconclusive()
    {
        var recording = Fed(5000, 0, 100).BenchLate(5200, 60);
        Fed(recording, 5350, 100, 10_000);

        var result = recording.Judge(new ControllerFeed());

        Assert.That(result.Findings.Single().Verdict, Is.EqualTo(Verdict.Inconclusive));
        Assert.That(result.FailCount, Is.Zero);
    }

    [Test]
    public void Without_a_feed_tap_it_does_not_apply() =>
        Assert.That(
            new Recordings { Length = 1000 }.Taps("rsu1.air").Judge(new ControllerFeed()).NotApplicable,
            Is.EqualTo("the recording has no tap on a controller's SPaT feed"));

    private static Recordings Fed(double length, double from, double interval)
    {
        var recording = new Recordings();
        Fed(recording, from, interval, length);
        return recording;
    }

    private static void Fed(Recordings recording, double from, double interval, double to)
    {
        for (var i = 0; from + (i * interval) <= to; i++)
        {
            recording.Feed(from + (i * interval));
        }
    }
}
