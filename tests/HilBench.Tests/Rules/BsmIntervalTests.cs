using HilBench.Judging;
using HilBench.Measuring;
using HilBench.Rules;

namespace HilBench.Tests.Rules;

internal sealed class BsmIntervalTests
{
    [Test]
    public void Intervals_up_to_5_ms_from_100_ms_give_no_finding_and_the_figures()
    {
        var result = Sent(new Recordings(), 0, 100, 195, 300).Judge(new BsmInterval());

        var measurement = result.Measurements.Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.FindingCount, Is.Zero);
        Assert.That(result.Evidence, Is.EqualTo([new Evidence("BSM intervals", 3, "intervals")]));
        Assert.That(measurement.Name, Is.EqualTo("bsm-interval"));
        Assert.That((measurement.Distribution!.Min, measurement.Distribution.Mean, measurement.Distribution.Max), Is.EqualTo((95, 100, 105)));
    }

    [TestCase(194.9, "94.9 ms")]
    [TestCase(205.1, "105.1 ms")]
    [TestCase(300, "200 ms")]
    public void An_interval_further_off_is_found(double second, string found)
    {
        var result = Sent(new Recordings(), 0, 100, second).Judge(new BsmInterval());

        Assert.That(result.Findings.Select(finding => finding.Found), Is.EqualTo([found]));
        Assert.That(result.FailCount, Is.EqualTo(1));
        Assert.That(result.Findings.Single().Proof.Select(proof => proof.Packet), Is.EqualTo([3, 2]));
        Assert.That(result.Findings.Single().Due, Is.Null, "it did come");
    }

    [Test]
    public void An_obu_that_falls_silent_while_it_has_position_is_found()
    {
        var result = Sent(new Recordings(), 0, 100, 200).Positions(0, 3000).Judge(new BsmInterval());

        Assert.That(result.Findings.Single().Message, Is.EqualTo("the OBU had position for 2.8 s after its last BSM and sent none"));
        Assert.That(result.Findings.Single().Due, Is.EqualTo(Recordings.At(305)), "the last BSM is at 200 ms");
    }

    [Test]
    public void An_obu_that_never_sends_is_found_though_it_gives_no_interval()
    {
        var result = new Recordings { Length = 3000 }.Taps("obu1.air").Positions(0, 3000).Judge(new BsmInterval());

        Assert.That(result.Findings.Single().Message, Is.EqualTo("the OBU had position for 3 s and sent no BSM"));
        Assert.That(result.Findings.Single().Proof, Is.Empty);
        Assert.That(result.Evidence.Single().Amount, Is.Zero);
    }

    [Test]
    public void A_pause_of_the_position_is_no_interval()
    {
        var recording = Sent(new Recordings(), 50, 150, 5050, 5150).Positions(0, 200).Positions(5000, 5200);

        var result = recording.Judge(new BsmInterval());

        Assert.That(result.FindingCount, Is.Zero);
        Assert.That(result.Evidence.Single().Amount, Is.EqualTo(2));
    }

    [Test]
    public void Lateness_of_the_bench_makes_a_finding_inconclusive_only_where_it_explains_it()
    {
        var result = Sent(new Recordings(), 0, 100, 225).BenchLate(180, 30).Bsm(325).Bsm(525).Judge(new BsmInterval());

        Assert.That(result.Findings.Select(finding => finding.Verdict), Is.EqualTo([Verdict.Inconclusive, Verdict.Fail]));
    }

    [Test]
    public void Lateness_of_an_emulator_in_a_container_is_the_benchs_and_names_it()
    {
        var result = Sent(new Recordings(), 0, 100, 225).EmulatorLate("obu1", 180, 30).Bsm(325).Bsm(525).Judge(new BsmInterval());

        Assert.That(result.Findings.Select(finding => finding.Verdict), Is.EqualTo([Verdict.Inconclusive, Verdict.Fail]));
        Assert.That(result.Findings[0].Message, Does.Contain("the bench's emulator obu1 ran 30 ms late in that time, so the device is not blamed"));
    }

    [Test]
    public void Lateness_of_another_emulator_excuses_nobody()
    {
        var result = Sent(new Recordings(), 0, 100, 225).EmulatorLate("asc1", 180, 30).Bsm(325).Bsm(525).Judge(new BsmInterval());

        Assert.That(result.Findings.Select(finding => finding.Verdict), Is.EqualTo([Verdict.Fail, Verdict.Fail]));
    }

    [Test]
    public void What_the_uncertainty_of_the_stamps_can_explain_is_inconclusive()
    {
        var recording = new Recordings { Clock = new StampClock("one host, user-space stamps", TimeSpan.FromMilliseconds(1)) };

        var result = Sent(recording, 0, 105.5, 212).Judge(new BsmInterval());

        Assert.That(result.Findings.Select(finding => finding.Verdict), Is.EqualTo([Verdict.Inconclusive, Verdict.Fail]));
    }

    [Test]
    public void Without_an_obu_it_does_not_apply() =>
        Assert.That(
            new Recordings { Length = 1000 }.Taps("rsu1.air").Judge(new BsmInterval()).NotApplicable,
            Is.EqualTo("the recording has no air tap of an OBU and no BSM"));

    private static Recordings Sent(Recordings recording, params double[] times)
    {
        foreach (var ms in times)
        {
            recording.Bsm(ms);
        }

        return recording;
    }
}
