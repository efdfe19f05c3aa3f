using HilBench.Judging;
using HilBench.Links;
using HilBench.Measuring;
using HilBench.Observing;
using HilBench.Rules;

namespace HilBench.Tests.Rules;

internal sealed class FindingLogTests
{
    private const int Many = 20_000;

    [Test]
    public void Of_many_findings_the_earliest_thousand_are_kept_in_time_order_and_all_are_counted()
    {
        var order = Enumerable.Range(0, Many).ToArray();
        new Random(1).Shuffle(order);
        var findings = new EarliestFindings();
        foreach (var number in order)
        {
            findings.Add(Recordings.At(number), Finding(number, Verdict.Fail));
        }

        Assert.That((findings.Count, findings.Fails), Is.EqualTo((Many, Many)));
        Assert.That(findings.ToImmutable().Select(finding => finding.Found), Is.EqualTo(Enumerable.Range(0, RuleResult.FindingLimit).Select(number => $"{number}")));
    }

    [Test]
    public void The_first_that_fails_the_device_is_kept_however_many_doubtful_ones_came_before()
    {
        var findings = new EarliestFindings();
        for (var number = 0; number < Many; number++)
        {
            findings.Add(Recordings.At(number), Finding(number, number is 15_000 or 15_001 ? Verdict.Fail : Verdict.Inconclusive));
        }

        var kept = findings.ToImmutable();

        Assert.That((findings.Count, findings.Fails), Is.EqualTo((Many, 2)));
        Assert.That((kept.Length, kept[^1].Found), Is.EqualTo((RuleResult.FindingLimit, "15000")));
        Assert.That(kept.Take(RuleResult.FindingLimit - 1).Select(finding => finding.Verdict), Is.All.EqualTo(Verdict.Inconclusive));
    }

    [Test]
    public void A_flood_is_settled_on_the_way_and_still_excuses_what_was_told_a_second_later()
    {
        var log = new FindingLog("a-rule");
        for (var number = 0; number < Many; number++)
        {
            // One finding each 10 ms; the bench was 8 ms late at 5 s, 50 s and 150 s, and says so a second later.
            var at = Recordings.At(10 * number);
            log.Observe(number is 600 or 5100 or 15_100 ? Late(at, Recordings.At((10 * number) - 1000)) : new Observation(number, "obu1.air", at, StampSource.Kernel, Direction.FromDevice, default, new UndecodedContent("", "", 0)));
            log.Timing("obu1", (Recordings.At((10 * number) - 2), at), TimeSpan.FromMilliseconds(3), $"{number} is late", "at most 50 ms", $"{number}");
        }

        var end = new RecordingEnd(Recordings.Start, Recordings.At(10 * Many), true, new StampClock("one host", TimeSpan.FromMilliseconds(0.1)), ["obu1.air"]);
        var result = log.Conclude(end, [], []);

        var excused = result.Findings.Where(finding => finding.Verdict == Verdict.Inconclusive).Select(finding => finding.Found).ToArray();
        Assert.That(excused, Is.EqualTo(["499", "500", "501", "502"]), "those within 20 ms of the late callback");
        Assert.That((result.FindingCount, result.FailCount), Is.EqualTo((Many, Many - (3 * excused.Length))), "the later ones as well, though their text is not kept");
        Assert.That(result.Findings, Has.Length.EqualTo(RuleResult.FindingLimit));
    }

    private static Observation Late(Instant told, Instant deadline) =>
        new(1, "bench.clock", told, StampSource.Kernel, Direction.FromDevice, default, new ClockContent(deadline, TimeSpan.FromMilliseconds(8)));

    private static Finding Finding(int number, Verdict verdict) =>
        new() { Rule = "a-rule", Device = "obu1", Verdict = verdict, Message = "late", Expected = "early", Found = $"{number}", Proof = [] };
}
