using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>
/// A check over a recording: streaming and pure. The same observations in the same order always give the same result.
/// An instance judges one recording.
/// </summary>
public interface IRule
{
    /// <summary>Stable name, kebab-case.</summary>
    string Name { get; }

    /// <summary>The rule in one sentence, with its numbers and units.</summary>
    string Statement { get; }

    /// <summary>Takes the next observation of the recording.</summary>
    void Observe(Observation observation);

    /// <summary>
    /// Tells the result as if the recording ended here. It may go on: what is observed later is judged as if nobody had asked.
    /// </summary>
    RuleResult Conclude(RecordingEnd recordingEnd);
}
