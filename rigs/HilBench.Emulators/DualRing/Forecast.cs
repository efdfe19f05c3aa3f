namespace HilBench.Emulators.DualRing;

/// <summary>
/// What the engine can promise in its present state. Least times of change never move earlier while a state lasts, whatever calls come;
/// greatest times are given only where calls that are already locked bound them. Both hold as long as the orders from outside stay as they are.
/// </summary>
internal sealed class Forecast(DualRingEngine engine)
{
    private readonly Dictionary<Phase, Ring> _rings = engine.Phases.ToDictionary(phase => phase, phase => engine.Rings.First(ring => ring.Phases.Contains(phase)));

    /// <summary>The forecast for a phase, relative to the engine's present tick.</summary>
    public PhaseForecast Of(Phase phase)
    {
        var ring = RingOf(phase);
        var (vehMin, vehMax) = Vehicles(phase, ring);
        var (pedMin, pedMax) = phase.HasPedestrians ? Pedestrians(phase, ring) : (engine.Tick, engine.Tick);
        return new PhaseForecast(vehMin - engine.Tick, vehMax - engine.Tick, pedMin - engine.Tick, pedMax - engine.Tick);
    }

    /// <summary>Least ticks to the green of a phase that shows red, or would.</summary>
    public long TicksToGreen(Phase phase) => EarliestGreen(phase, RingOf(phase)) - engine.Tick;

    private (long Min, long? Max) Vehicles(Phase phase, Ring ring)
    {
        if (phase.Green)
        {
            return (EarliestEnd(phase), LatestEnd(phase, ring));
        }

        if (ring.Current == phase && ring.Yellow(engine.Tick))
        {
            return (ring.YellowEnd, Exactly(ring.YellowEnd));
        }

        var earliest = EarliestGreen(phase, ring);
        return (earliest, ring.Next == phase ? Exactly(earliest) : null);
    }

    private (long Min, long? Max) Pedestrians(Phase phase, Ring ring)
    {
        if (!phase.Green)
        {
            var earliest = EarliestGreen(phase, ring);
            return (earliest, ring.Next == phase && phase.ServesPedestrians ? Exactly(earliest) : null);
        }

        if (engine.Tick < phase.WalkEnd)
        {
            return (phase.WalkEnd, Exactly(phase.WalkEnd));
        }

        if (engine.Tick < phase.PedEnd)
        {
            return (phase.PedEnd, Exactly(phase.PedEnd));
        }

        // A button may start walk again while nobody else is waiting; afterwards only the next green can.
        return (phase.MaxStart is null || phase.Recycles || engine.Diverted ? engine.Tick + 1 : EarliestEnd(phase) + phase.Change, null);
    }

    /// <summary>A greatest time that is also the least; none while a stopped timer may move it.</summary>
    private long? Exactly(long at) => engine.Controls.StopTime == 0 ? at : null;

    /// <summary>Minimum green, pedestrian times, and the sooner of gap and max bind an end; the max timer may start with the next tick.</summary>
    private long EarliestEnd(Phase green)
    {
        var max = (green.MaxStart ?? (engine.Tick + 1)) + green.MaxGreen;
        var timeOut = green.ForcedOff || engine.Diverted ? engine.Tick + 1 : green.Row.Recall == Recall.Max ? max : Math.Min(green.GapAt, max);
        return Math.Max(Math.Max(engine.Tick + 1, timeOut), green.Inviolable);
    }

    /// <summary>When a green may end at the latest, once the max timer runs.</summary>
    private static long LatestReady(Phase green) => Math.Max(green.Inviolable, (green.MaxStart ?? 0) + green.MaxGreen);

    private long? LatestEnd(Phase green, Ring ring)
    {
        if (green.MaxStart is null || engine.Diverted || !engine.Controls.Bounded)
        {
            return null;
        }

        var ready = Math.Max(engine.Tick + 1, LatestReady(green));
        if (ring.After(green).Any(phase => phase.Called))
        {
            return ready;
        }

        var others = engine.Rings.Where(other => other != ring).ToArray();
        if (!engine.BarrierCall)
        {
            // It goes back within the group, unless a call beyond the barrier comes first: then it waits for the other rings' longest way.
            return ready + others.Sum(LongestWay);
        }

        // All rings must be ready at once; a call that comes late sends another ring through one more phase first.
        var late = 0L;
        foreach (var other in others)
        {
            var (latest, more) = LatestAtBarrier(other);
            ready = Math.Max(ready, latest);
            late += more;
        }

        return ready + late;
    }

    /// <summary>When a ring is ready to cross at the latest with the calls it has, and how much later calls to come may make it.</summary>
    private (long Latest, long More) LatestAtBarrier(Ring ring)
    {
        if (ring.Idle)
        {
            return (engine.Tick, WayFromRed(ring));
        }

        var phase = ring.Changing ? ring.Next : ring.Current;
        if (phase is null)
        {
            return (engine.StartOfNext(ring), WayFromRed(ring));
        }

        var latest = ring.Changing ? engine.StartOfNext(ring) + phase.GreatestGreen : LatestReady(phase);
        var change = ring.Of(phase.Group).Max(other => other.GreatestChange);
        var more = 0L;
        foreach (var later in ring.After(phase))
        {
            var way = change + later.GreatestGreen;
            latest += later.Called ? way : 0;
            more += later.Called ? 0 : way;
        }

        return (latest, more);
    }

    private long LongestWay(Ring ring)
    {
        var phases = ring.Of(engine.Group).ToArray();
        return phases.Length == 0 ? 0
            : ring.Changing || ring.Green ? phases.Sum(phase => phase.GreatestGreen + phase.GreatestChange) + phases.Max(phase => phase.GreatestChange)
            : WayFromRed(ring);
    }

    /// <summary>How long a ring that rests in red may be busy with the phases of the served group, when calls come as late as they can.</summary>
    private long WayFromRed(Ring ring)
    {
        var phases = ring.Of(engine.Group).Where(phase => !phase.Omitted).ToArray();
        return phases.Length == 0 ? 0
            : 1 + phases.Max(phase => phase.GreatestRedRevert) + phases.Sum(phase => phase.GreatestGreen + phase.GreatestChange);
    }

    private long EarliestGreen(Phase phase, Ring ring)
    {
        if (ring.Changing && ring.Next == phase)
        {
            return Math.Max(engine.Tick + 1, engine.StartOfNext(ring));
        }

        var earliest = phase.Group == engine.Group ? EarliestFree(ring) : engine.Rings.Max(EarliestFree);
        return Math.Max(engine.Tick + 1, earliest);
    }

    /// <summary>When the phase that a ring serves, or is about to, can have cleared at the earliest.</summary>
    private long EarliestFree(Ring ring) => ring switch
    {
        { Changing: true, Next: { } next } => engine.StartOfNext(ring) + next.LeastGreen + next.LeastChange,
        { Changing: true } => engine.StartOfNext(ring),
        { Current: { } green } => EarliestEnd(green) + green.Change,
        _ => engine.Tick,
    };

    private Ring RingOf(Phase phase) => _rings[phase];
}
