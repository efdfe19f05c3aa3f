using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>Pattern selection (NTCIP 1202 coord). A pattern is a timing plan; there are no cycles, so that cycle and sync are 0.</summary>
internal static class CoordinationObjects
{
    private const int NotFree = 2, CommandFree = 3, BadPlan = 7;

    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit)
    {
        var controls = unit.Controls;
        return
        [
            ManagedInstance.Integer32(
                AscId.PatternStatus,
                () => unit.Engine.Flashing ? SystemControls.Flash
                    : unit.BadPattern || controls.Pattern == SystemControls.Free ? SystemControls.Free : unit.Engine.Plan),
            ManagedInstance.Integer32(
                AscId.Coordination.Append(11, 0), () => unit.BadPattern ? BadPlan : controls.Pattern == SystemControls.Free ? CommandFree : NotFree),
            ManagedInstance.Integer32(AscId.Coordination.Append(12, 0), () => 0),
            ManagedInstance.Integer32(AscId.Coordination.Append(13, 0), () => 0),
            ControllerObjects.Control(unit, AscId.PatternControl, () => controls.Pattern, 255, controls.SetPattern),
            ControllerObjects.Control(unit, AscId.SyncControl, () => controls.Sync, 255, controls.SetSync),
        ];
    }
}
