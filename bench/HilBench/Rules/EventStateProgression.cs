using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>US-CI-013: no signal group makes an illegal transition. CTI 4501, EventStateProgression.</summary>
public sealed class EventStateProgression : IRule
{
    private readonly FindingLog _findings = new("event-state-progression");
    private readonly MovementHistory _history = new();
    private readonly RsuMessages _messages;

    /// <summary>A rule for one recording.</summary>
    public EventStateProgression() => _messages = new RsuMessages { Spat = Check };

    /// <inheritdoc/>
    public string Name => "event-state-progression";

    /// <inheritdoc/>
    public string Statement =>
        "From one SPaT to the next no signal group goes from green to red or to pre-Movement without clearance, from red to clearance, from clearance back to "
        + "green or to pre-Movement, or from pre-Movement to clearance; dark, unavailable and flashing states may follow and be followed by any.";

    /// <inheritdoc/>
    public void Observe(Observation observation) => _messages.Observe(observation);

    /// <inheritdoc/>
    public RuleResult Conclude(RecordingEnd recordingEnd) => _messages.Conclude(recordingEnd) is { } reason
        ? FindingLog.NotApplicable(reason)
        : _findings.Conclude(recordingEnd, [new Evidence("signal transitions", _history.LeastChanges, "transitions")], []);

    private static bool IsIllegal(MovementPhaseState from, MovementPhaseState to) =>
        (from.IsGreen() && to is (MovementPhaseState.StopAndRemain or MovementPhaseState.PreMovement))
        || (from == MovementPhaseState.StopAndRemain && to.IsClearance())
        || (from.IsClearance() && (to.IsGreen() || to == MovementPhaseState.PreMovement))
        || (from == MovementPhaseState.PreMovement && to.IsClearance());

    private void Check(IntersectionKey key, Observation observation, SPAT spat, IntersectionState state)
    {
        foreach (var step in _history.Observe(key, observation, state))
        {
            if (step is not { Before: { } before, Earlier: { } earlier } || !IsIllegal(before.EventState, step.Now.EventState))
            {
                continue;
            }

            var (from, to) = (before.EventState.Word(), step.Now.EventState.Word());
            _findings.Content(
                key.Device,
                observation,
                $"signal group {step.Group} of {key} goes from {from} straight to {to}",
                FieldPath.OfEvent(spat, state, step.Index, "eventState"),
                $"a state that may follow {from}",
                to,
                ObservationRef.To(earlier));
        }
    }
}
