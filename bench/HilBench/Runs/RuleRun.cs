using HilBench.Judging;
using HilBench.Observing;
using HilBench.Rules;

namespace HilBench.Runs;

/// <summary>The rule of one purpose on its way through a recording. A rule that throws is a fault of the bench: its purpose ends in error, the others go on.</summary>
/// <param name="purpose">The purpose.</param>
internal sealed class RuleRun(TestPurpose purpose)
{
    private readonly IRule _rule = purpose.CreateRule();
    private string? _fault;

    /// <summary>Gives the rule the next observation.</summary>
    public void Observe(Observation observation)
    {
        if (_fault is not null)
        {
            return;
        }

        try
        {
            _rule.Observe(observation);
        }
        catch (Exception exception)
        {
            _fault = $"the rule {_rule.Name} broke down at packet {observation.Number}: {exception.GetType().Name}: {exception.Message}";
        }
    }

    /// <summary>The verdict on the purpose.</summary>
    public PurposeVerdict Conclude(EvidenceLevel level, RecordingEnd end)
    {
        try
        {
            if (_fault is null)
            {
                return Judge.Decide(purpose, _rule, _rule.Conclude(end), level, end);
            }
        }
        catch (Exception exception)
        {
            _fault = $"the rule {_rule.Name} broke down at the end of the recording: {exception.GetType().Name}: {exception.Message}";
        }

        return new PurposeVerdict(purpose, _rule, FindingLog.NotApplicable(_fault), Verdict.Error, _fault, []);
    }
}
