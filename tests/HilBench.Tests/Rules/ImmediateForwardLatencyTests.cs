using HilBench.Judging;
using HilBench.Measuring;
using HilBench.Rules;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Rules;

internal sealed class ImmediateForwardLatencyTests
{
    private const int Foreign = 9001;
    private const int Own = 1001;

    [Test]
    public void Messages_forwarded_in_time_give_no_finding_and_the_figures()
    {
        var recording = new Recordings { Length = 1000 };
        for (var i = 0; i < 5; i++)
        {
            recording.Forward(i * 100, Payload(i)).Air((i * 100) + 10 + (10 * i), Payload(i));
        }

        var result = recording.Judge(new ImmediateForwardLatency());

        var measurement = result.Measurements.Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.FindingCount, Is.Zero);
        Assert.That(result.Evidence, Is.EqualTo([new Evidence("forwarded messages", 5, "messages")]));
        Assert.That(measurement.Name, Is.EqualTo("l4-udp-to-air"));
        Assert.That(measurement.Delivery, Is.EqualTo(new Delivery(5, 5, 0, 0, 0, 0, 0)));
        Assert.That(measurement.Limit!.Upper, Is.EqualTo(50));
        Assert.That((measurement.Distribution!.Min, measurement.Distribution.P50, measurement.Distribution.Max), Is.EqualTo((10, 30, 50)));
    }

    [Test]
    public void A_message_after_50_ms_is_late_however_late_and_not_lost()
    {
        var result = new Recordings { Length = 20_000 }
            .Forward(0, Payload(0)).Air(50.001, Payload(0))
            .Forward(100, Payload(1)).Air(15_100, Payload(1))
            .Judge(new ImmediateForwardLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Fate(result), Is.EqualTo(new Delivery(2, 0, 2, 0, 0, 0, 0)));
        Assert.That(result.FailCount, Is.EqualTo(2));
        Assert.That(result.Findings[1].Message, Is.EqualTo("a message is on the air 15000 ms after its datagram"));
        Assert.That(result.Findings[1].Proof.Select(proof => proof.Tap), Is.EqualTo(["rsu1.air", "rsu1.ifm"]));
    }

    [Test]
    public void A_message_that_never_comes_is_lost_and_its_datagram_proves_it()
    {
        var result = new Recordings { Length = 1000 }
            .Forward(0, Payload(0))
            .Forward(100, Payload(1)).Air(110, Payload(1)).Taps("rsu1.air")
            .Judge(new ImmediateForwardLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Fate(result), Is.EqualTo(new Delivery(2, 1, 0, 1, 0, 0, 0)));
        Assert.That(result.Findings.Single().Proof.Single(), Is.EqualTo(new ObservationRef(1, "rsu1.ifm", Recordings.At(0))));
        Assert.That(result.Findings.Single().Found, Is.EqualTo("never on the air"));
    }

    [Test]
    public void A_message_seen_more_often_than_it_was_sent_is_duplicated()
    {
        var result = new Recordings { Length = 1000 }
            .Forward(0, Payload(0)).Air(10, Payload(0)).Air(25, Payload(0))
            .Judge(new ImmediateForwardLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Fate(result), Is.EqualTo(new Delivery(1, 1, 0, 0, 1, 0, 0)));
        Assert.That(result.Findings.Single().Message, Is.EqualTo("a message is on the air once more, 15 ms after the time before"));
        Assert.That(result.Findings.Single().Proof.Select(proof => proof.Packet), Is.EqualTo([3, 2, 1]));
    }

    [Test]
    public void Equal_payloads_are_matched_in_the_order_they_were_sent()
    {
        var result = new Recordings { Length = 1000 }
            .Forward(0, Payload(0)).Forward(20, Payload(0)).Air(30, Payload(0)).Air(45, Payload(0))
            .Forward(100, Payload(0)).Air(140, Payload(0))
            .Judge(new ImmediateForwardLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Fate(result), Is.EqualTo(new Delivery(3, 3, 0, 0, 0, 0, 0)));
        Assert.That(result.Measurements.Single().Distribution!.Min, Is.EqualTo(25));
        Assert.That(result.FindingCount, Is.Zero);
    }

    [Test]
    public void A_message_with_a_changed_octet_is_the_altered_copy_of_the_outstanding_one()
    {
        var changed = Payload(1);
        changed[1] ^= 0x0C;

        var result = new Recordings { Length = 1000 }
            .Forward(0, Payload(0)).Air(10, Payload(0))
            .Forward(100, Payload(1)).Air(110, changed)
            .Judge(new ImmediateForwardLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Fate(result), Is.EqualTo(new Delivery(2, 1, 0, 0, 0, 1, 0)));
        Assert.That(
            result.Findings.Single().Message,
            Is.EqualTo($"a message is on the air with another payload: octet 2 of {changed.Length} is 0x1F in place of 0x13"));
        Assert.That(result.Findings.Single().Proof.Select(proof => proof.Packet), Is.EqualTo([4, 3]));
    }

    [Test]
    public void What_looked_like_an_altered_copy_is_unexpected_when_the_true_copy_comes()
    {
        var result = new Recordings { Length = 1000 }
            .Forward(0, Payload(0)).Air(10, Payload(1)).Air(20, Payload(0))
            .Judge(new ImmediateForwardLatency());

        Assert.That(Fate(result), Is.EqualTo(new Delivery(1, 1, 0, 0, 0, 0, 1)));
        Assert.That(result.FindingCount, Is.Zero);
    }

    [Test]
    public void A_message_under_another_psid_is_altered()
    {
        var result = new Recordings { Length = 1000 }.Forward(0, Payload(0)).Air(10, Payload(0), psid: 0x20).Judge(new ImmediateForwardLatency());

        Assert.That(Fate(result), Is.EqualTo(new Delivery(1, 0, 0, 0, 0, 1, 0)));
        Assert.That(result.Findings.Single().Message, Is.EqualTo("a message is on the air with PSID 0x20, asked for was 0x8002"));
    }

    [Test]
    public void The_own_spat_of_the_rsu_is_neither_altered_nor_unexpected()
    {
        var recording = new Recordings { Length = 1000 }.Air(0, Recordings.Map(Own)).Forward(5, Payload(0)).Forward(100, Payload(1)).Air(120, Payload(1));
        for (var i = 0; i < 9; i++)
        {
            recording.Air(10 + (i * 100), Recordings.Spat(Own, i, (1, MovementPhaseState.StopAndRemain)));
        }

        Assert.That(Fate(recording.Judge(new ImmediateForwardLatency())), Is.EqualTo(new Delivery(2, 1, 0, 1, 0, 0, 0)));
    }

    [Test]
    public void A_foreign_message_that_was_not_asked_for_is_unexpected()
    {
        var result = new Recordings { Length = 1000 }
            .Forward(0, Payload(0)).Air(10, Payload(0)).Air(200, Payload(7))
            .Judge(new ImmediateForwardLatency());

        Assert.That(Fate(result), Is.EqualTo(new Delivery(1, 1, 0, 0, 0, 0, 1)));
    }

    [Test]
    public void An_unseen_message_of_the_last_100_ms_is_not_judged_but_a_seen_one_is()
    {
        var result = new Recordings { Length = 1000 }
            .Forward(899, Payload(0)).Forward(900, Payload(1)).Forward(930, Payload(2)).Air(985, Payload(2)).Forward(990, Payload(3)).Air(995, Payload(3))
            .Judge(new ImmediateForwardLatency());

        Assert.That(Fate(result), Is.EqualTo(new Delivery(3, 1, 1, 1, 0, 0, 0)));
    }

    [Test]
    public void Lateness_of_the_bench_excuses_a_late_message_but_not_a_lost_one()
    {
        var result = new Recordings { Length = 1000 }
            .Forward(0, Payload(0)).BenchLate(30, 25).Air(60, Payload(0)).Forward(100, Payload(1))
            .Judge(new ImmediateForwardLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Fate(result), Is.EqualTo(new Delivery(2, 0, 1, 1, 0, 0, 0)));
        Assert.That(result.FailCount, Is.EqualTo(1));
        Assert.That(result.Findings.Select(finding => finding.Verdict), Is.EqualTo([Verdict.Inconclusive, Verdict.Fail]));
    }

    [Test]
    public void Without_an_input_tap_it_does_not_apply_and_a_silent_one_is_no_evidence()
    {
        var none = new Recordings { Length = 1000 }.Taps("rsu1.air").Air(10, Payload(0)).Judge(new ImmediateForwardLatency());
        var silent = new Recordings { Length = 1000 }.Taps("rsu1.air", "rsu1.ifm").Air(10, Payload(0)).Judge(new ImmediateForwardLatency());
        var deaf = new Recordings { Length = 1000 }.Forward(0, Payload(0)).Judge(new ImmediateForwardLatency());

        using var scope = Assert.EnterMultipleScope();
        Assert.That(none.NotApplicable, Is.EqualTo("the recording has no tap on an RSU's immediate-forward input"));
        Assert.That(silent.NotApplicable, Is.Null);
        Assert.That(silent.Evidence.Single().Amount, Is.Zero);
        Assert.That(silent.FindingCount, Is.Zero);
        Assert.That(deaf.NotApplicable, Is.EqualTo("the recording has no air tap of rsu1, whose immediate-forward input it holds"));
    }

    private static byte[] Payload(int number) => Recordings.Spat(Foreign, number, (1, MovementPhaseState.StopAndRemain));

    private static Delivery? Fate(RuleResult result) => result.Measurements.Single().Delivery;
}
