using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>State and control of preempts (NTCIP 1202 preempt 2, 3).</summary>
internal static class PreemptObjects
{
    private const uint State = 16;

    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit) => unit.Engine.Preempts.SelectMany(preempt => (ManagedInstance[])
    [
        ManagedInstance.Integer32(AscId.Preempt.Append(State, (uint)preempt.Number), () => (int)unit.Engine.StateOf(preempt)),
        ManagedInstance.Integer32(AscId.PreemptControl.Append(1, (uint)preempt.Number), () => preempt.Number),
        ControllerObjects.Control(
            unit,
            AscId.PreemptControl.Append(2, (uint)preempt.Number),
            () => unit.Controls.Preempt(preempt.Number) ? 1 : 0,
            1,
            on => unit.Controls.SetPreempt(preempt.Number, on == 1)),
    ]);
}
