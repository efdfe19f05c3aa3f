using HilBench.Emulators.DualRing;
using HilBench.Emulators.Snmp;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>
/// The phase table (NTCIP 1202 phase 2). Timing is read from the first plan, whole seconds rounded, and is assigned to all plans from the phase's
/// next green on. There is no volume-density: those columns are 0.
/// </summary>
internal static class PhaseTimingObjects
{
    private const int Enabled = 0x0001, MinRecall = 0x0040, MaxRecall = 0x0080, PedRecall = 0x0100, DualEntry = 0x0400;
    private const int PhaseNotOn = 2;
    private const int TicksPerSecond = 10;
    private const uint FirstUnused = 11, LastUnused = 19;

    public static IEnumerable<ManagedInstance> Of(ControllerUnit unit) =>
    [
        ManagedInstance.Integer32(AscId.MaxPhases, () => unit.Phases),
        ManagedInstance.Integer32(AscId.MaxPhaseGroups, () => unit.Phases / 8),
        .. unit.Engine.Phases.SelectMany(phase => Row(unit, phase)),
    ];

    private static IEnumerable<ManagedInstance> Row(ControllerUnit unit, Phase phase)
    {
        var number = phase.Number;
        var walks = phase.HasPedestrians;
        yield return ManagedInstance.Integer32(Id(1), () => number);
        yield return Seconds(2, row => row.Walk, (row, ticks) => row with { Walk = ticks }, walks ? 1 : 0, walks ? 255 : 0);
        yield return Seconds(3, row => row.PedClear, (row, ticks) => row with { PedClear = ticks }, 0, walks ? 255 : 0);
        yield return Seconds(4, row => row.MinGreen, (row, ticks) => row with { MinGreen = ticks }, 1, 255);
        yield return Tenths(5, row => row.Passage, (row, ticks) => row with { Passage = Math.Max(1, ticks) }, 0);
        yield return Seconds(6, row => row.MaxGreen, (row, ticks) => row with { MaxGreen = ticks }, 0, 255);
        yield return Seconds(7, row => row.Max2, (row, ticks) => row with { Max2 = ticks }, 0, 255);
        yield return Tenths(8, row => row.Yellow, (row, ticks) => row with { Yellow = ticks }, 1);
        yield return Tenths(9, row => row.RedClear, (row, ticks) => row with { RedClear = ticks }, 0);
        yield return ManagedInstance.Integer32(Id(10), () => unit.PhaseRedReverts[number], 0, 255, tenths => unit.SetRedRevert(phase, tenths));
        for (var column = FirstUnused; column <= LastUnused; column++)
        {
            yield return ControllerObjects.Fixed(Id(column), 0);
        }

        yield return ControllerObjects.Fixed(Id(20), PhaseNotOn);
        yield return Options(unit, phase);
        yield return ControllerObjects.Fixed(Id(22), phase.Ring);
        yield return ControllerObjects.Fixed(Id(23), Concurrency(unit, phase));
        if (!unit.Has(PersonalityTable.Ntcip1202Version2))
        {
            yield return Seconds(24, row => row.Max3, (row, ticks) => row with { Max3 = ticks }, 0, 6000);
        }

        ObjectId Id(uint column) => AscId.Phase.Append(column, (uint)number);

        ManagedInstance Seconds(uint column, Func<PhaseRow, int> read, Func<PhaseRow, int, PhaseRow> change, int least, int greatest) =>
            ManagedInstance.Integer32(
                Id(column),
                () => (read(phase.Rows[0]) + (TicksPerSecond / 2)) / TicksPerSecond,
                least,
                greatest,
                seconds => unit.Engine.Retime(phase, row => change(row, seconds * TicksPerSecond)));

        ManagedInstance Tenths(uint column, Func<PhaseRow, int> read, Func<PhaseRow, int, PhaseRow> change, int least) =>
            ManagedInstance.Integer32(
                Id(column), () => read(phase.Rows[0]), least, 255, tenths => unit.Engine.Retime(phase, row => change(row, tenths)));
    }

    private static ManagedInstance Options(ControllerUnit unit, Phase phase)
    {
        var dualEntry = unit.Engine.Rings.Single(ring => ring.Number == phase.Ring).Of(phase.Group).Last() == phase ? DualEntry : 0;
        return new ManagedInstance(AscId.Phase.Append(21, (uint)phase.Number), () => SnmpValue.Integer32(Enabled | dualEntry | BitOf(phase.Rows[0].Recall)))
        {
            Check = value => value.Syntax != SnmpSyntax.Integer32 ? SnmpError.WrongType
                : RecallOf(value.Number & ~(Enabled | (long)dualEntry)) is null || (value.Number & (Enabled | dualEntry)) != (Enabled | dualEntry)
                    ? SnmpError.WrongValue : SnmpError.NoError,
            Write = value => unit.Engine.Retime(phase, row => row with { Recall = RecallOf(value.Number & ~(Enabled | (long)dualEntry))!.Value }),
        };
    }

    private static int BitOf(Recall recall) => recall switch
    {
        Recall.Min => MinRecall,
        Recall.Max => MaxRecall,
        Recall.Ped => PedRecall,
        _ => 0,
    };

    // One recall at a time: the engine has no two together.
    private static Recall? RecallOf(long bits) => bits switch
    {
        0 => Recall.None,
        MinRecall => Recall.Min,
        MaxRecall => Recall.Max,
        PedRecall => Recall.Ped,
        _ => null,
    };

    private static byte[] Concurrency(ControllerUnit unit, Phase phase) =>
        [.. unit.Engine.Phases.Where(other => other.Ring != phase.Ring && other.Group == phase.Group).Select(other => (byte)other.Number).Order()];
}
