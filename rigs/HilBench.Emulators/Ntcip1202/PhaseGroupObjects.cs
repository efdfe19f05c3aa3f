using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>Phase status and control groups (NTCIP 1202 phase 4, 5).</summary>
internal static class PhaseGroupObjects
{
    private const int Octet = 255;

    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit)
    {
        var engine = unit.Engine;
        var groups = unit.Phases / 8;
        return
        [
            .. ControllerObjects.Groups(
                AscId.PhaseStatusGroup,
                groups,
                () => unit.Lamps.Reds,
                () => unit.Lamps.Yellows,
                () => unit.Lamps.Greens,
                () => unit.Lamps.DontWalks,
                () => unit.Lamps.PedClears,
                () => unit.Lamps.Walks,
                () => unit.VehicleCalls,
                () => unit.PedCalls,
                () => unit.Bits(phase => engine.Rings.Any(ring => ring.Current == phase)),
                () => unit.Bits(phase => engine.Rings.Any(ring => ring.Changing && ring.Next == phase))),
            .. Enumerable.Range(1, groups).SelectMany(group => Controls(unit, group)),
        ];
    }

    private static IEnumerable<ManagedInstance> Controls(ControllerUnit unit, int group)
    {
        yield return ManagedInstance.Integer32(AscId.PhaseControlGroup.Append(1, (uint)group), () => group);
        foreach (var column in Enum.GetValues<PhaseControlColumn>())
        {
            yield return ControllerObjects.Control(
                unit,
                AscId.PhaseControlGroup.Append((uint)column, (uint)group),
                () => SystemControls.Octet(unit.Controls.Phases(column), group),
                Octet,
                bits => unit.Controls.SetPhases(column, group, bits));
        }
    }
}
