using HilBench.Judging;
using HilBench.Measuring;
using HilBench.Rules;

namespace HilBench.Tests.Judging;

internal sealed class LimitDecisionsTests
{
    private static readonly RuleResult Clean = new() { Findings = [], FindingCount = 0, FailCount = 0, Evidence = [], Measurements = [] };

    [TestCase(4, 49.9, 5, LimitOutcome.Within, "every sample, 4 to 49.9 ms, keeps the limit")]
    [TestCase(50, 50, 0, LimitOutcome.Within, "every sample, 50 ms, keeps the limit")]
    [TestCase(4, 50.001, 0, LimitOutcome.Outside, "a sample is 50.001 ms, 0.001 beyond the limit")]
    [TestCase(4, 62, 0.25, LimitOutcome.Outside, "a sample is 62 ms, 12 beyond the limit")]
    [TestCase(4, 50.2, 0.25, LimitOutcome.Undecidable, "a sample is 50.2 ms, 0.2 beyond the limit, which the uncertainty of 0.25 covers")]
    [TestCase(4, 6, 5.1, LimitOutcome.Undecidable, "the uncertainty of 5.1 ms is more than a tenth of the limit's 50")]
    [TestCase(4, 6, null, LimitOutcome.Undecidable, "nothing is known of the clock that stamped the samples")]
    [TestCase(4, 62, null, LimitOutcome.Outside, "a sample is 62 ms, 12 beyond the limit")]
    public void Samples_below_an_upper_limit(double min, double max, double? uncertainty, LimitOutcome outcome, string reason)
    {
        Assert.That(Decide(Samples(min, max, new Limit(null, 50, "at most 50 ms")) with { Uncertainty = uncertainty }), Is.EqualTo(new LimitDecision(outcome, reason)));
    }

    [TestCase(96, 104, 0.5, LimitOutcome.Within)]
    [TestCase(96, 104, 0.6, LimitOutcome.Undecidable)]
    [TestCase(80, 104, 0.5, LimitOutcome.Outside)]
    [TestCase(96, 125, 0.5, LimitOutcome.Outside)]
    public void Between_two_limits_half_their_distance_is_what_the_uncertainty_is_held_against(double min, double max, double uncertainty, LimitOutcome outcome)
    {
        Assert.That(Decide(Samples(min, max, new Limit(95, 105, "95 ms to 105 ms")) with { Uncertainty = uncertainty }).Outcome, Is.EqualTo(outcome));
    }

    [TestCase(91, 109, LimitOutcome.Within)]
    [TestCase(90, 109, LimitOutcome.Outside)]
    [TestCase(91, 110, LimitOutcome.Outside)]
    public void A_sample_on_an_exclusive_bound_is_outside(double min, double max, LimitOutcome outcome)
    {
        Assert.That(Decide(Samples(min, max, new Limit(90, 110, "more than 90 and fewer than 110") { Exclusive = true })).Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public void A_lost_message_keeps_no_limit_however_fast_the_others_were()
    {
        var decision = Decide(Samples(4, 6, new Limit(null, 50, "at most 50 ms")) with { Delivery = new(1000, 990, 0, 9, 0, 1, 0) });

        Assert.That(decision, Is.EqualTo(new LimitDecision(LimitOutcome.Outside, "of 1000 expected messages 9 were lost and 1 was altered, so not every message kept the limit")));
    }

    [Test]
    public void What_the_rule_excuses_is_not_decidable()
    {
        var excused = Clean with { FindingCount = 3 };

        Assert.That(LimitDecisions.Decide(Samples(4, 62, new Limit(null, 50, "at most 50 ms")), excused).Decision!.Outcome, Is.EqualTo(LimitOutcome.Undecidable));
        Assert.That(LimitDecisions.Decide(Samples(4, 62, new Limit(null, 50, "at most 50 ms")), excused with { FailCount = 1 }).Decision!.Outcome, Is.EqualTo(LimitOutcome.Outside));
    }

    [Test]
    public void Without_a_sample_nothing_is_decided_and_without_a_limit_nothing_is_said()
    {
        var none = Samples(4, 6, new Limit(null, 50, "at most 50 ms")) with { Distribution = null, Count = 0 };

        Assert.That(Decide(none), Is.EqualTo(new LimitDecision(LimitOutcome.Undecidable, "there is no sample")));
        Assert.That(LimitDecisions.Decide(none with { Limit = null }, Clean).Decision, Is.Null);
    }

    private static LimitDecision Decide(Measurement measurement) => LimitDecisions.Decide(measurement, Clean).Decision!;

    private static Measurement Samples(double min, double max, Limit limit) => new()
    {
        Name = "l4-udp-to-air",
        Description = "from a datagram to the air",
        Unit = "ms",
        Count = 2,
        Distribution = new(min, (min + max) / 2, min, max, max, max),
        Uncertainty = 0,
        Clock = "virtual",
        Limit = limit,
        Curve = [],
    };
}
