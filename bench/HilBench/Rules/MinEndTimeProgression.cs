using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>US-CI-010: minEndTime never moves earlier while the state is unchanged. CTI 4501, TimeChangeDetails.</summary>
public sealed class MinEndTimeProgression : IRule
{
    private const int TenthsOfHour = 36_000;
    private const int Tolerance = 1;

    private readonly FindingLog _findings = new("min-end-time-progression");
    private readonly MovementHistory _history = new();
    private readonly RsuMessages _messages;

    /// <summary>A rule for one recording.</summary>
    public MinEndTimeProgression() => _messages = new RsuMessages { Spat = Check };

    /// <inheritdoc/>
    public string Name => "min-end-time-progression";

    /// <inheritdoc/>
    public string Statement =>
        "From one SPaT to the next, minEndTime of a signal group whose eventState stays the same does not move earlier by more than 100 ms; times are tenths "
        + "of a second in the hour and wrap at 36000, and unknown ones (36000 and above) are passed over.";

    /// <inheritdoc/>
    public void Observe(Observation observation) => _messages.Observe(observation);

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd) => _messages.Conclude(recordingEnd) is { } reason
        ? FindingLog.NotApplicable(reason)
        : _findings.Conclude(
            recordingEnd,
            [new Evidence("SPaTs", _history.LeastSpats, "SPaTs"), new Evidence("green intervals", _history.LeastGreens, "intervals")],
            []);

    private void Check(IntersectionKey key, Observation observation, SPAT spat, IntersectionState state)
    {
        foreach (var step in _history.Observe(key, observation, state))
        {
            if (step is { Before: { Timing.MinEndTime: < TenthsOfHour and var before } previous, Now: { Timing.MinEndTime: < TenthsOfHour and var now } current, Earlier: { } earlier }
                && previous.EventState == current.EventState
                && Later(before, now) < -Tolerance)
            {
                _findings.Content(
                    key.Device,
                    observation,
                    $"minEndTime of signal group {step.Group} of {key} moves {InWords.Ms(-100.0 * Later(before, now))} earlier while it stays {current.EventState.Word()}",
                    FieldPath.OfEvent(spat, state, step.Index, "timing.minEndTime"),
                    $"{before} (0.1 s in the hour) or later",
                    $"{now}",
                    ObservationRef.To(earlier));
            }
        }
    }

    // The shorter way round the hour.
    private static int Later(int before, int now) => ((now - before + TenthsOfHour + (TenthsOfHour / 2)) % TenthsOfHour) - (TenthsOfHour / 2);
}
