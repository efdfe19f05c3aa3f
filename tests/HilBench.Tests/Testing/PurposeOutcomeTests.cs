using HilBench.Judging;
using HilBench.Runs;
using HilBench.Testing;
using HilBench.Tests.Reports;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace HilBench.Tests.Testing;

internal sealed class PurposeOutcomeTests
{
    [TestCase(Verdict.Pass, TestStatus.Passed)]
    [TestCase(Verdict.Fail, TestStatus.Failed)]
    [TestCase(Verdict.Inconclusive, TestStatus.Inconclusive)]
    [TestCase(Verdict.None, TestStatus.Inconclusive)]
    public void A_verdict_is_told_as_the_result_of_its_test(Verdict verdict, TestStatus expected)
    {
        var told = Tell(Purpose(Verdict.Fail) with { Verdict = verdict, NotApplicable = false });

        Assert.That(told.ResultState.Status, Is.EqualTo(expected));
    }

    [Test]
    public void A_failure_shows_the_first_finding_and_where_its_proof_is()
    {
        var told = Tell(Purpose(Verdict.Fail));
        var finding = Purpose(Verdict.Fail).Findings[0].Finding;

        Assert.That(told.Message, Does.Contain(finding.Message).And.Contain(finding.Expected).And.Contain(finding.Found));
        Assert.That(told.Message, Does.Contain($"packet   {finding.Proof[0].Packet} on {finding.Proof[0].Tap}").And.EndsWith("evidence: runs/1"));
    }

    [Test]
    public void What_does_not_apply_is_skipped_with_the_reason()
    {
        var told = Tell(SampleRun.Mixed.Purposes.Single(purpose => purpose.NotApplicable));

        Assert.That(told.ResultState, Is.EqualTo(ResultState.Ignored));
        Assert.That(told.Message, Does.Contain("does not apply"));
    }

    [Test]
    public void A_fault_of_the_bench_is_an_error_and_not_a_failure_of_the_device() =>
        Assert.That(() => PurposeOutcome.Tell(Purpose(Verdict.Error), "runs/1"), Throws.InvalidOperationException.With.Message.Contains("the bench is at fault"));

    private static PurposeRecord Purpose(Verdict verdict) => SampleRun.Mixed.Purposes.First(purpose => purpose.Verdict == verdict);

    private static ResultStateException Tell(PurposeRecord purpose)
    {
        using var isolated = new TestExecutionContext.IsolatedContext(); // what is told here must not become the result of this test
        try
        {
            PurposeOutcome.Tell(purpose, "runs/1");
        }
        catch (ResultStateException told)
        {
            return told;
        }

        throw new InvalidOperationException("Nothing was told.");
    }
}
