using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>A change of what a signal group shows.</summary>
/// <param name="Group">The signal group.</param>
/// <param name="Indication">What it shows from then on.</param>
/// <param name="Lamps">The lamp datagram that showed it first.</param>
/// <param name="Fed">The controller's first datagram that tells it; null when none was seen before the SPaT.</param>
internal sealed record SignalChange(SignalGroupPhase Group, SignalIndication Indication, Observation Lamps, Observation? Fed)
{
    /// <summary>The change in words.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"signal group {Group.Group} ({(Group.Phase is null ? "pedestrian " : "")}phase {Group.Phase ?? Group.PedPhase}) changed to {Indication.Word(Group)}");
}
