using HilBench.Judging;
using HilBench.Links;
using HilBench.Rules;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Rules;

internal sealed class SpatBroadcastRateTests
{
    [Test]
    public void Ten_spats_a_second_give_no_finding_and_the_figures()
    {
        var result = Sent(new Recordings { Length = 30_000 }, 1001, 300, 30_000).Judge(new SpatBroadcastRate());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.FindingCount, Is.Zero);
        Assert.That(result.Evidence, Is.EqualTo([new Evidence("10 s windows", 5, "windows")]));
        Assert.That(result.Measurements.Single().Distribution!.Min, Is.EqualTo(100));
        Assert.That(result.Measurements.Single().Distribution!.Max, Is.EqualTo(100));
    }

    [TestCase(90, 1)]
    [TestCase(91, 0)]
    [TestCase(109, 0)]
    [TestCase(110, 1)]
    public void More_than_90_and_fewer_than_110_are_asked_for(int count, int findings)
    {
        var result = Sent(new Recordings { Length = 10_000 }, 1001, count, 10_000).Judge(new SpatBroadcastRate());

        Assert.That(result.FailCount, Is.EqualTo(findings));
        Assert.That(result.Findings.Select(finding => finding.Found), Is.All.EqualTo($"{count}"));
    }

    [Test]
    public void Silence_at_the_end_counts()
    {
        var result = Sent(new Recordings { Length = 30_000 }, 1001, 150, 15_000).Judge(new SpatBroadcastRate());

        Assert.That(result.Findings.Select(finding => finding.Found), Is.EqualTo(["50", "0", "0"]));
        Assert.That(result.Findings.Select(finding => finding.Due), Is.EqualTo([(Instant?)null, Recordings.At(15_000), Recordings.At(20_000)]), "windows without a SPaT");
    }

    [Test]
    public void An_rsu_that_sends_no_spat_is_found()
    {
        var result = new Recordings { Length = 30_000 }.Taps("rsu1.air").Judge(new SpatBroadcastRate());

        Assert.That(result.Findings.Single().Message, Is.EqualTo("rsu1 sent no SPaT of its own in 30 s"));
        Assert.That(result.Findings.Single().Due, Is.EqualTo(Recordings.Start));
        Assert.That(result.Evidence.Single().Amount, Is.Zero);
    }

    [Test]
    public void Forwarded_spats_do_not_count()
    {
        var recording = Sent(new Recordings { Length = 10_000 }, 1001, 80, 10_000);
        for (var i = 0; i < 20; i++)
        {
            var foreign = Spat(9001, i);
            recording.Forward((i * 500) + 1, foreign).Air((i * 500) + 11, foreign);
        }

        Assert.That(recording.Judge(new SpatBroadcastRate()).Findings.Select(finding => finding.Message), Has.One.StartsWith("80 SPaTs of intersection 1001 in the 10 s"));
    }

    [Test]
    public void Lateness_of_the_bench_makes_a_short_window_inconclusive()
    {
        var recording = new Recordings { Length = 10_000 };
        for (var i = 0; i < 100; i++)
        {
            if (i is < 40 or >= 50)
            {
                recording.Air(i * 100, Spat(1001, i));
            }
        }

        var result = recording.BenchLate(4000, 980).Judge(new SpatBroadcastRate());

        Assert.That(result.Findings.Select(finding => finding.Verdict), Is.EqualTo([Verdict.Inconclusive]));
        Assert.That(result.FailCount, Is.Zero);
    }

    [Test]
    public void Without_an_rsu_it_does_not_apply() =>
        Assert.That(
            new Recordings { Length = 1000 }.Taps("obu1.air").Judge(new SpatBroadcastRate()).NotApplicable,
            Is.EqualTo("the recording has no air tap of an RSU and neither SPaT nor MAP"));

    private static Recordings Sent(Recordings recording, int intersection, int count, double to)
    {
        for (var i = 0; i < count; i++)
        {
            recording.Air(i * to / count, Spat(intersection, i));
        }

        return recording;
    }

    private static byte[] Spat(int intersection, int number) => Recordings.Spat(intersection, number, (1, MovementPhaseState.StopAndRemain));
}
