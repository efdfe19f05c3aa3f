using System.Globalization;
using System.Text;
using HilBench.Judging;
using HilBench.Runs;
using NUnit.Framework;

namespace HilBench.Testing;

/// <summary>Tells NUnit the verdict on a purpose: pass passes, fail fails, inconclusive is inconclusive, not applicable is skipped, error throws.</summary>
public static class PurposeOutcome
{
    private const int FindingsShown = 3;

    /// <summary>Ends the running test with the verdict.</summary>
    /// <param name="purpose">The judged purpose.</param>
    /// <param name="evidence">Folder with the run's evidence, for the message.</param>
    /// <exception cref="InvalidOperationException">The verdict is an error: the bench is at fault, not the device.</exception>
    public static void Tell(PurposeRecord purpose, string evidence)
    {
        if (purpose.NotApplicable)
        {
            Assert.Ignore($"{purpose.Row.Id} does not apply: {purpose.Reason}");
        }

        switch (purpose.Verdict)
        {
            case Verdict.Pass:
                Assert.Pass($"{purpose.Row.Id}: {purpose.Reason}");
                break;
            case Verdict.Fail:
                Assert.Fail(Describe(purpose, evidence));
                break;
            case Verdict.Error:
                throw new InvalidOperationException($"{purpose.Row.Id}: the bench is at fault: {purpose.Reason}");
            default:
                Assert.Inconclusive($"{purpose.Row.Id}: {purpose.Reason}");
                break;
        }
    }

    private static string Describe(PurposeRecord purpose, string evidence)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"{purpose.Row.Id} ({purpose.Row.Standard} {purpose.Row.Clause}): {purpose.Reason}")
            .AppendLine(CultureInfo.InvariantCulture, $"rule {purpose.Rule}: {purpose.RuleStatement}");
        foreach (var finding in purpose.Findings.Select(kept => kept.Finding).Where(finding => finding.Verdict == Verdict.Fail).Take(FindingsShown))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {finding.Device}: {finding.Message}");
            if (finding.Field is { } field)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  field    {field}");
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"  expected {finding.Expected}").AppendLine(CultureInfo.InvariantCulture, $"  found    {finding.Found}");
            if (!finding.Proof.IsEmpty)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  packet   {finding.Proof[0].Packet} on {finding.Proof[0].Tap}");
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $"evidence: {evidence}").ToString();
    }
}
