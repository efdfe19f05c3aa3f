using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Reports.JUnit;

/// <summary>The counts that JUnit's suites carry. What is neither failure, error nor skipped has passed.</summary>
internal sealed record JUnitCounts(int Tests, int Failures, int Errors, int Skipped)
{
    /// <summary>The counts of some purposes; of none, the one test case that says so.</summary>
    public static JUnitCounts Of(ImmutableArray<PurposeRecord> purposes) => purposes.IsEmpty
        ? new(1, 0, 1, 0)
        : new(purposes.Length, Count(purposes, "failure"), Count(purposes, "error"), Count(purposes, "skipped"));

    /// <summary>The element below a test case that tells its outcome; null for a pass.</summary>
    public static string? ElementOf(PurposeRecord purpose) => (purpose.NotApplicable, purpose.Verdict) switch
    {
        (true, _) => "skipped",
        (_, Verdict.Pass) => null,
        (_, Verdict.Fail) => "failure",
        _ => "error",
    };

    private static int Count(ImmutableArray<PurposeRecord> purposes, string element) =>
        purposes.Count(purpose => ElementOf(purpose) == element);
}
