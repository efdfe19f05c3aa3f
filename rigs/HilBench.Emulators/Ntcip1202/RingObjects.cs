using HilBench.Emulators.DualRing;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>Ring sequence, control and status (NTCIP 1202 ring 3, 5, 6). There is one sequence.</summary>
internal static class RingObjects
{
    private const int MinGreen = 0, Extension = 1, Maximum = 2, GreenRest = 3, YellowChange = 4, RedClearance = 5, RedRest = 6;

    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit) =>
    [
        .. unit.Engine.Rings.SelectMany(ring => (ManagedInstance[])
        [
            ManagedInstance.Integer32(AscId.Sequence.Append(1, 1, (uint)ring.Number), () => 1),
            ManagedInstance.Integer32(AscId.Sequence.Append(2, 1, (uint)ring.Number), () => ring.Number),
            ControllerObjects.Fixed(AscId.Sequence.Append(3, 1, (uint)ring.Number), [.. ring.Phases.Select(phase => (byte)phase.Number)]),
            ManagedInstance.Integer32(AscId.RingStatus.Append(1, (uint)ring.Number), () => Interval(ring, unit.Engine.Tick) | ring.Termination),
        ]),
        ManagedInstance.Integer32(AscId.RingControlGroup.Append(1, 1), () => 1),
        .. Enum.GetValues<RingControlColumn>()
            .Where(column => column != RingControlColumn.Max3 || !unit.Has(PersonalityTable.Ntcip1202Version2))
            .Select(column => ControllerObjects.Control(
                unit, AscId.RingControlGroup.Append((uint)column, 1), () => unit.Controls.Rings(column), 255, bits => unit.Controls.SetRings(column, bits))),
    ];

    private static int Interval(Ring ring, long tick) => ring switch
    {
        { Green: true, Current: { } green } => tick < green.GreenStart + green.Row.MinGreen ? MinGreen
            : tick < green.GapAt ? Extension
            : green.MaxedOut(tick) ? Maximum : GreenRest,
        { Changing: true } => ring.Yellow(tick) ? YellowChange : RedClearance,
        _ => RedRest,
    };
}
