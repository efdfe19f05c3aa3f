using System.Globalization;
using HilBench.Measuring;
using HilBench.Rules;

namespace HilBench.Judging;

/// <summary>
/// Holds each measurement against its limit, by the rule that verdicts follow: what breaks a limit by no more than the uncertainty is not decidable, and
/// what keeps it is within only when the uncertainty is known and at most a tenth of the limit (of half the width between two limits).
/// </summary>
public static class LimitDecisions
{
    /// <summary>The measurement with its decision; unchanged when it has no limit.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="result">What the rule said that took it: where the rule excuses all it found by the bench's own lateness, so does the decision.</param>
    public static Measurement Decide(Measurement measurement, RuleResult result)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        ArgumentNullException.ThrowIfNull(result);
        return measurement.Limit is { } limit ? measurement with { Decision = Decide(measurement, limit, result is { FindingCount: > 0, FailCount: 0 }) } : measurement;
    }

    private static LimitDecision Decide(Measurement measurement, Limit limit, bool excused)
    {
        if (Missing(measurement.Delivery) is { } missing)
        {
            return excused ? Excused(missing) : new(LimitOutcome.Outside, $"{missing}, so not every message kept the limit");
        }

        if (measurement.Distribution is not { } samples)
        {
            return new(LimitOutcome.Undecidable, "there is no sample");
        }

        var unit = measurement.Unit;
        if (Worst(samples, limit) is { } worst)
        {
            var broken = $"a sample is {Number(worst.Value)} {unit}, {Number(worst.Excess)} beyond the limit";
            return excused ? Excused(broken)
                : measurement.Uncertainty is > 0 and var doubt && worst.Excess <= doubt ? new(LimitOutcome.Undecidable, $"{broken}, which the uncertainty of {Number(doubt)} covers")
                : new(LimitOutcome.Outside, broken);
        }

        return measurement.Uncertainty switch
        {
            null => new(LimitOutcome.Undecidable, "nothing is known of the clock that stamped the samples"),
            { } bound when bound > Judge.UncertaintyShare * Room(limit) =>
                new(LimitOutcome.Undecidable, $"the uncertainty of {Number(bound)} {unit} is more than a tenth of the limit's {Number(Room(limit))}"),
            _ => new(LimitOutcome.Within, $"every sample, {Range(samples)} {unit}, keeps the limit"),
        };
    }

    private static LimitDecision Excused(string what) => new(LimitOutcome.Undecidable, $"{what}; the findings say why the device is not blamed");

    private static string? Missing(Delivery? delivery)
    {
        string?[] ends = delivery is null ? [] : [Ended(delivery.Lost, "lost"), Ended(delivery.Altered, "altered")];
        var said = string.Join(" and ", ends.OfType<string>());
        return said.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"of {delivery!.Expected} expected messages {said}");
    }

    private static string? Ended(long count, string how) => count switch
    {
        0 => null,
        1 => $"1 was {how}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} were {how}"),
    };

    private static string Range(Distribution samples) => Number(samples.Min) is var least && Number(samples.Max) is var most && least == most ? least : $"{least} to {most}";

    // The sample that breaks the limit most; null when none does.
    private static (double Value, double Excess)? Worst(Distribution samples, Limit limit)
    {
        var above = limit.Upper is { } upper ? samples.Max - upper : double.NegativeInfinity;
        var below = limit.Lower is { } lower ? lower - samples.Min : double.NegativeInfinity;
        var excess = Math.Max(above, below);
        return excess > 0 || (limit.Exclusive && excess >= 0) ? (above >= below ? samples.Max : samples.Min, excess) : null;
    }

    private static double Room(Limit limit) => limit is { Lower: { } lower, Upper: { } upper } ? (upper - lower) / 2 : Math.Abs(limit.Upper ?? limit.Lower ?? 0);

    private static string Number(double value) => value.ToString(Math.Abs(value) is > 0 and < 0.01 ? "G2" : "0.###", CultureInfo.InvariantCulture);
}
