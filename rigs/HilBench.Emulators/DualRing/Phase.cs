using System.Collections.Immutable;

namespace HilBench.Emulators.DualRing;

/// <summary>One phase: its calls, and while it is green its timers. Times are ticks of a tenth of a second since the start.</summary>
internal sealed class Phase(int number, int ring, int group, ImmutableArray<PhaseRow> rows)
{
    public int Number => number;

    public int Ring => ring;

    public int Group => group;

    /// <summary>The timing of this green: that of the plan in force when it began.</summary>
    public PhaseRow Row { get; private set; } = rows[0];

    public bool HasPedestrians { get; } = rows[0].Walk > 0;

    public bool Green { get; private set; }

    public bool VehicleCall { get; private set; }

    public bool PedCall { get; private set; }

    public bool Called => !Green && (VehicleCall || PedCall);

    public long GreenStart { get; private set; }

    /// <summary>When the max timer began: the first tick of this green with a conflicting call. It never stops, for calls are locked.</summary>
    public long? MaxStart { get; private set; }

    /// <summary>When the passage timer runs out.</summary>
    public long GapAt { get; private set; }

    /// <summary>When walk began in this green.</summary>
    public long? WalkStart { get; private set; }

    public long WalkEnd => WalkStart is { } start ? start + Row.Walk : long.MinValue;

    public long PedEnd => WalkStart is { } start ? start + Row.Walk + Row.PedClear : long.MinValue;

    public int LeastGreen { get; } = rows.Min(row => row.MinGreen);

    public int LeastChange { get; } = rows.Min(row => row.Change);

    public int GreatestGreen { get; } = rows.Max(row => row.GreatestGreen);

    public int GreatestChange { get; } = rows.Max(row => row.Change);

    private ushort Bit => (ushort)(1 << (number - 1));

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
        var recall = rows[plan].Recall;
        VehicleCall |= recall is Recall.Min or Recall.Max || (recall == Recall.Ped && !HasPedestrians);
        PedCall |= recall == Recall.Ped && HasPedestrians;
    }

    public void BeginGreen(long tick, int plan, in CallInputs inputs)
    {
        Row = rows[plan];
        Green = true;
        GreenStart = tick;
        MaxStart = null;
        GapAt = (inputs.Vehicles & Bit) != 0 ? tick + Row.Passage : tick;
        WalkStart = PedCall ? tick : null;
        VehicleCall = PedCall = false;
    }

    /// <summary>Starts the max timer under a conflicting call; without one, serves a pedestrian who came during the green.</summary>
    public void Time(long tick, bool conflictingCall)
    {
        if (conflictingCall)
        {
            MaxStart ??= tick;
        }
        else if (PedCall && tick >= PedEnd)
        {
            WalkStart = tick;
            PedCall = false;
        }
    }

    /// <summary>Whether this green may end now: minimum and pedestrian times are over, and it has gapped or maxed out.</summary>
    public bool MayEnd(long tick) =>
        tick >= GreenStart + Row.MinGreen
        && tick >= PedEnd
        && ((Row.Recall != Recall.Max && tick >= GapAt) || tick >= MaxStart + Row.MaxGreen);

    /// <summary>Ends the green; the recall of the plan in force calls the phase again.</summary>
    public void EndGreen(int plan)
    {
        Green = false;
        WalkStart = null;
        PlaceRecall(plan);
    }
}
