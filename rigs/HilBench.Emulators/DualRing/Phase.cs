using System.Collections.Immutable;

namespace HilBench.Emulators.DualRing;

/// <summary>One phase: its calls, and while it is green its timers. Times are ticks of a tenth of a second since the start.</summary>
internal sealed class Phase(int number, int ring, int group, ImmutableArray<PhaseRow> rows)
{
    private PhaseControls _controls;

    public int Number => number;

    public int Ring => ring;

    public int Group => group;

    /// <summary>Its timing in each plan.</summary>
    public ImmutableArray<PhaseRow> Rows { get; private set; } = rows;

    /// <summary>The timing of this green: that of the plan in force when it began.</summary>
    public PhaseRow Row { get; private set; } = rows[0];

    public bool HasPedestrians { get; } = rows[0].Walk > 0;

    public bool Green { get; private set; }

    public bool VehicleCall { get; private set; }

    public bool PedCall { get; private set; }

    /// <summary>Whether it waits to be served.</summary>
    public bool Called => !Green && !_controls.Omit && (VehicleCall || ServesPedestrians);

    /// <summary>Whether its next green begins with walk.</summary>
    public bool ServesPedestrians => PedCall && !_controls.PedOmit;

    public long GreenStart { get; private set; }

    /// <summary>When the max timer began: the first tick of this green with a conflicting call. It stops only when an omit takes that call away.</summary>
    public long? MaxStart { get; private set; }

    /// <summary>When the passage timer runs out.</summary>
    public long GapAt { get; private set; }

    /// <summary>When walk began in this green.</summary>
    public long? WalkStart { get; private set; }

    /// <summary>When its yellow ended last.</summary>
    public long RedSince { get; private set; } = long.MinValue / 2;

    public long WalkEnd => WalkStart is { } start ? start + Row.Walk : long.MinValue;

    public long PedEnd => WalkStart is { } start ? start + Row.Walk + Row.PedClear : long.MinValue;

    /// <summary>When minimum and pedestrian times of this green are over: nothing ends it before.</summary>
    public long Inviolable => Math.Max(GreenStart + Row.MinGreen, PedEnd);

    /// <summary>The maximum green in force.</summary>
    public int MaxGreen => Row.Maximum(_controls.MaxSet);

    /// <summary>From the end of this green to the end of its red clearance.</summary>
    public int Change => Row.Yellow + (_controls.OmitRedClear ? 0 : Row.RedClear);

    public int LeastGreen => Rows.Min(row => row.MinGreen);

    public int LeastChange => Rows.Min(row => _controls.OmitRedClear ? row.Yellow : row.Change);

    public int GreatestGreen => Rows.Max(row => row.GreatestGreen(_controls.MaxSet));

    public int GreatestChange => Math.Max(Row.Change, Rows.Max(row => row.Change));

    public int GreatestRedRevert => Rows.Max(row => row.RedRevert);

    public bool Omitted => _controls.Omit;

    public bool ForcedOff => _controls.ForceOff;

    public bool Recycles => _controls.PedRecycle;

    private ushort Bit => (ushort)(1 << (number - 1));

    public void Control(in PhaseControls controls) => _controls = controls;

    /// <summary>Changes the timing in all plans, from the next green on.</summary>
    public void Retime(Func<PhaseRow, PhaseRow> change) => Rows = [.. Rows.Select(change)];

    /// <summary>Takes the inputs of a tick: a vehicle extends its green or places a locked call; a button places a locked call outside walk.</summary>
    public void Sense(in CallInputs inputs, long tick)
    {
        var vehicle = (inputs.Vehicles & Bit) != 0;
        if (vehicle && Green)
        {
            GapAt = tick + Row.Passage;
        }

        VehicleCall |= vehicle && !Green;
        PedCall |= (inputs.Buttons & Bit) != 0 && HasPedestrians && !(Green && tick < WalkEnd);
    }

    /// <summary>Places the calls of a plan's recall, which then wait like any others.</summary>
    public void PlaceRecall(int plan)
    {
        var recall = Rows[plan].Recall;
        VehicleCall |= recall is Recall.Min or Recall.Max || (recall == Recall.Ped && !HasPedestrians);
        PedCall |= recall == Recall.Ped && HasPedestrians;
    }

    public void BeginGreen(long tick, int plan, in CallInputs inputs)
    {
        Row = Rows[plan];
        Green = true;
        GreenStart = tick;
        MaxStart = null;
        GapAt = (inputs.Vehicles & Bit) != 0 ? tick + Row.Passage : tick;
        WalkStart = ServesPedestrians ? tick : null;
        PedCall &= _controls.PedOmit;
        VehicleCall = false;
    }

    /// <summary>Runs the max timer from a conflicting call on, and starts walk again while nobody else is waiting.</summary>
    /// <param name="tick">The present tick.</param>
    /// <param name="conflictingCall">Whether another phase waits that this green must end for.</param>
    /// <param name="walks">Whether walk may start again.</param>
    public void Time(long tick, bool conflictingCall, bool walks)
    {
        MaxStart = conflictingCall ? MaxStart ?? tick : null;
        var room = !conflictingCall || (_controls.PedRecycle && !_controls.ForceOff && tick + Row.Walk + Row.PedClear <= MaxStart + MaxGreen);
        if (walks && room && ServesPedestrians && tick >= PedEnd)
        {
            WalkStart = tick;
            PedCall = false;
        }
    }

    /// <summary>Whether this green may end now: minimum and pedestrian times are over, and it has gapped or maxed out or is forced off.</summary>
    public bool MayEnd(long tick) => tick >= Inviolable && !_controls.Hold && (_controls.ForceOff || GappedOut(tick) || MaxedOut(tick));

    public bool GappedOut(long tick) => Row.Recall != Recall.Max && tick >= GapAt;

    public bool MaxedOut(long tick) => !_controls.MaxInhibit && tick >= MaxStart + MaxGreen;

    /// <summary>Ends the green; the recall of the plan in force calls the phase again.</summary>
    public void EndGreen(long tick, int plan)
    {
        Green = false;
        WalkStart = null;
        RedSince = tick + Row.Yellow;
        PlaceRecall(plan);
    }

    /// <summary>Lets a tick pass without any timer running.</summary>
    public void StopTime()
    {
        GreenStart++;
        GapAt++;
        MaxStart++;
        WalkStart++;
    }

    /// <summary>Lets a tick of yellow pass without the timer running.</summary>
    public void StopYellow() => RedSince++;
}
