using HilBench.Judging;
using HilBench.Measuring;
using HilBench.Observing;
using HilBench.Rules;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Rules;

/// <summary>Phase 2 is signal group 4, its pedestrian signal is group 10; bit 1 of the bitmaps is phase 2.</summary>
internal sealed class SignalChangeLatencyTests
{
    private const int Own = 1001;
    private const int Phase2 = 2;
    private const MovementPhaseState Red = MovementPhaseState.StopAndRemain;
    private const MovementPhaseState Yellow = MovementPhaseState.ProtectedClearance;
    private const MovementPhaseState Green = MovementPhaseState.PermissiveMovementAllowed;

    [Test]
    public void A_change_told_in_time_gives_no_finding_and_the_split()
    {
        var result = Begun(10_000)
            .Lamps(1000, greens: Phase2).Feed(1005, greens: Phase2).Air(1025, Spat(1025, Green))
            .Feed(1105, greens: Phase2).Air(1125, Spat(1125, Green))
            .Lamps(5000, yellows: Phase2).Feed(5015, yellows: Phase2).Air(5300, Spat(5300, Yellow))
            .Judge(new SignalChangeLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.FindingCount, Is.Zero);
        Assert.That(result.Evidence, Is.EqualTo([new Evidence("signal changes", 2, "changes")]));
        Assert.That(Fate(result), Is.EqualTo(new Delivery(2, 2, 0, 0, 0, 0, 0)));
        Assert.That(Range(result, "l1-total"), Is.EqualTo((25, 300)));
        Assert.That(Range(result, "l1-controller-to-rsu"), Is.EqualTo((5, 15)));
        Assert.That(Range(result, "l1-rsu-to-air"), Is.EqualTo((20, 285)));
        Assert.That(result.Measurements.Select(measurement => measurement.Limit?.Upper), Is.EqualTo(new double?[] { 300, null, 50 }));
    }

    [Test]
    public void A_change_after_300_ms_is_late_and_the_part_that_is_to_blame_is_named()
    {
        var result = Begun(20_000)
            .Lamps(1000, greens: Phase2).Feed(1005, greens: Phase2).Air(1405, Spat(1405, Green))
            .Lamps(9000, yellows: Phase2).Feed(9400, yellows: Phase2).Air(9420, Spat(9420, Yellow))
            .Judge(new SignalChangeLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Fate(result), Is.EqualTo(new Delivery(2, 0, 2, 0, 0, 0, 0)));
        Assert.That(result.Findings.Select(finding => finding.Device), Is.EqualTo(["rsu1", "asc1"]));
        Assert.That(
            result.Findings[0].Message,
            Is.EqualTo("signal group 4 (phase 2) changed to green; a SPaT tells it 405 ms later (5 ms to the controller's feed, 400 ms from there to the air)"));
        Assert.That(result.Findings[0].Proof.Select(proof => proof.Tap), Is.EqualTo(["rsu1.air", "asc1.lamps", "asc1.spat"]));
    }

    [Test]
    public void A_change_that_the_next_one_overtakes_is_lost()
    {
        var result = Begun(20_000)
            .Lamps(1000, greens: Phase2).Feed(1005, greens: Phase2).Air(1020, Spat(1020, Red))
            .Lamps(8000, yellows: Phase2).Feed(8005, yellows: Phase2).Air(8020, Spat(8020, Yellow))
            .Judge(new SignalChangeLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Fate(result), Is.EqualTo(new Delivery(2, 1, 0, 1, 0, 0, 0)));
        Assert.That(
            result.Findings.Single().Message,
            Is.EqualTo("signal group 4 (phase 2) changed to green; no SPaT tells it, the lamps changed again 7000 ms later"));
        Assert.That(result.Findings.Single().Device, Is.EqualTo("rsu1"));
    }

    [Test]
    public void An_untold_change_is_lost_at_the_end_unless_it_is_younger_than_the_limit()
    {
        var young = Begun(1300).Lamps(1000, greens: Phase2).Air(1100, Spat(1100, Red)).Judge(new SignalChangeLatency());
        var old = Begun(1301).Lamps(1000, greens: Phase2).Air(1100, Spat(1100, Red)).Judge(new SignalChangeLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Fate(young), Is.EqualTo(new Delivery(0, 0, 0, 0, 0, 0, 0)));
        Assert.That(young.FindingCount, Is.Zero);
        Assert.That(Fate(old), Is.EqualTo(new Delivery(1, 0, 0, 1, 0, 0, 0)));
        Assert.That(old.Findings.Single().Device, Is.EqualTo("asc1"), "the feed never told it either");
    }

    [Test]
    public void Datagrams_without_a_change_and_dark_signals_are_no_change()
    {
        var result = Begun(10_000).Lamps(1000, reds: Phase2).Lamps(2000).Lamps(2500, reds: Phase2).Lamps(3000, reds: Phase2).Judge(new SignalChangeLatency());

        Assert.That(Fate(result)!.Expected, Is.Zero);
        Assert.That(result.Evidence.Single().Amount, Is.Zero);
    }

    [Test]
    public void Pedestrian_signals_are_judged_by_their_own_lamps()
    {
        var result = Begun(20_000)
            .Lamps(1000, reds: Phase2, walks: Phase2).Air(1020, Spat(1020, Red, Green))
            .Lamps(8000, reds: Phase2, pedClears: Phase2).Air(8020, Spat(8020, Red, Yellow))
            .Lamps(15_000, reds: Phase2, dontWalks: Phase2).Air(15_500, Spat(15_500, Red, Red))
            .Judge(new SignalChangeLatency());

        Assert.That(Fate(result), Is.EqualTo(new Delivery(3, 2, 1, 0, 0, 0, 0)));
        Assert.That(result.Findings.Single().Message, Does.StartWith("signal group 10 (pedestrian phase 2) changed to don't walk; a SPaT tells it 500 ms later"));
    }

    [Test]
    public void A_forwarded_spat_does_not_tell_the_change()
    {
        var foreign = Recordings.Spat(9001, 1, (4, Green));
        var posing = Spat(1030, Green);

        var result = Begun(10_000)
            .Lamps(1000, greens: Phase2).Forward(1010, foreign).Air(1020, foreign).Forward(1025, posing).Air(1030, posing).Air(1600, Spat(1600, Green))
            .Judge(new SignalChangeLatency());

        Assert.That(Range(result, "l1-total"), Is.EqualTo((600, 600)));
    }

    [Test]
    public void A_feed_just_ahead_of_the_lamp_datagram_counts_for_the_change()
    {
        var result = Begun(10_000)
            .Feed(500, reds: Phase2).Feed(999.9, greens: Phase2).Lamps(1000, greens: Phase2).Air(1020, Spat(1020, Green))
            .Judge(new SignalChangeLatency());

        Assert.That(Range(result, "l1-controller-to-rsu").Min, Is.EqualTo(-0.1).Within(1e-6));
        Assert.That(Range(result, "l1-rsu-to-air").Min, Is.EqualTo(20.1).Within(1e-6));
    }

    [Test]
    public void Lateness_of_the_bench_makes_a_late_change_inconclusive()
    {
        var result = Begun(10_000)
            .Lamps(1000, greens: Phase2).BenchLate(1200, 120).Air(1400, Spat(1400, Green))
            .Judge(new SignalChangeLatency());

        Assert.That(Fate(result)!.Late, Is.EqualTo(1));
        Assert.That(result.Findings.Single().Verdict, Is.EqualTo(Verdict.Inconclusive));
        Assert.That(result.FailCount, Is.Zero);
    }

    [Test]
    public void It_does_not_apply_without_lamps_mapping_or_air()
    {
        var unlit = new Recordings().Feed(0).Mapping(0, Own, new SignalGroupPhase(4, 2, null)).Judge(new SignalChangeLatency());
        var unmapped = new Recordings().Lamps(0, reds: Phase2).Judge(new SignalChangeLatency());
        var airless = new Recordings().Lamps(0, reds: Phase2).Mapping(0, Own, new SignalGroupPhase(4, 2, null)).Judge(new SignalChangeLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(unlit.NotApplicable, Is.EqualTo("the recording has no tap on a controller's lamps"));
        Assert.That(unmapped.NotApplicable, Is.EqualTo("the recording does not tell which signal group shows which phase"));
        Assert.That(airless.NotApplicable, Is.EqualTo("the recording lacks the lamps of asc1 or the air of rsu1, which tells of them"));
    }

    private static Recordings Begun(double length) => new Recordings { Length = length }
        .Mapping(0, Own, new SignalGroupPhase(4, 2, null), new SignalGroupPhase(10, null, 2))
        .Lamps(0, reds: Phase2, dontWalks: Phase2)
        .Air(20, Recordings.Map(Own))
        .Air(30, Spat(30, Red));

    private static byte[] Spat(int ms, MovementPhaseState vehicles, MovementPhaseState pedestrians = Red) =>
        Recordings.Spat(Own, ms, (4, vehicles), (10, pedestrians));

    private static Delivery? Fate(RuleResult result) => result.Measurements.Single(measurement => measurement.Name == "l1-total").Delivery;

    private static (double Min, double Max) Range(RuleResult result, string name)
    {
        var distribution = result.Measurements.Single(measurement => measurement.Name == name).Distribution!;
        return (distribution.Min, distribution.Max);
    }
}
