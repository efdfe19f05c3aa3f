using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>What the top of the page says, picked (not computed anew) from the record.</summary>
internal sealed record RunSummary(ImmutableArray<OutcomeCount> Counts, FirstFailure? First, ImmutableArray<Caution> Cautions)
{
    public static RunSummary Of(RunRecord run) => new(CountOutcomes(run), FindFirst(run), [.. FindCautions(run)]);

    private static ImmutableArray<OutcomeCount> CountOutcomes(RunRecord run) =>
    [
        .. Outcome.Order.Select(outcome => new OutcomeCount(
            outcome,
            run.Purposes.Count(purpose => Outcome.Of(purpose) == outcome),
            run.Purposes.Count(purpose => Outcome.Of(purpose) == outcome && purpose.Row.Certifiable))),
    ];

    /// <summary>The earliest proven finding as bad as the run's verdict; else the first purpose that has that verdict.</summary>
    private static FirstFailure? FindFirst(RunRecord run)
    {
        var worst = run.Purposes.Where(purpose => !purpose.NotApplicable && purpose.Verdict == run.Verdict).ToArray();
        if (run.Verdict <= Verdict.Pass || worst.Length == 0)
        {
            return null;
        }

        var earliest = worst
            .SelectMany(purpose => purpose.Findings.Select(record => new FirstFailure(purpose, record)))
            .Where(first => first.Record!.Finding.Verdict == run.Verdict && !first.Record.Finding.Proof.IsDefaultOrEmpty)
            .MinBy(first => first.Record!.Finding.Proof[0].At.UnixNanoseconds);
        return earliest ?? new FirstFailure(worst[0], worst[0].Findings.FirstOrDefault());
    }

    private static IEnumerable<Caution> FindCautions(RunRecord run)
    {
        if (run.Method.Evidence == EvidenceLevel.Reduced)
        {
            yield return new("Reduced evidence: not for certification.", "Less evidence was asked for than the catalogue does. The run shows regressions; it supports no certificate.");
        }

        foreach (var reason in run.NotReportable)
        {
            yield return new("Not reportable.", "{0}", reason);
        }

        foreach (var fault in run.DeviceFaults)
        {
            yield return new("A device was lost.", "{0}, {1}: {2}", fault.Device, fault.At.ToString(), fault.Reason);
        }

        if (!run.Complete)
        {
            yield return new("The run did not reach its declared end.", "The capture holds no end mark; verdicts rest on what was recorded up to its last packet.");
        }

        if (run.Rig is null)
        {
            yield return new("A capture from the field.", "No rig of this bench made it: devices, clock and stamps are not known beyond what the capture itself says.");
        }
        else if (run.Rig.Air.Contains("stand-in", StringComparison.OrdinalIgnoreCase))
        {
            yield return new("Air interface: stand-in.", "No radio was involved: {0}. Nothing is said about radio performance.", run.Rig.Air);
        }

        foreach (var device in run.Rig?.Devices.Where(device => !device.Defects.IsDefaultOrEmpty) ?? [])
        {
            yield return new("Seeded defects are switched on.", "{0}: {1}. Failures are meant to happen.", device.Name, string.Join(", ", device.Defects));
        }
    }
}
