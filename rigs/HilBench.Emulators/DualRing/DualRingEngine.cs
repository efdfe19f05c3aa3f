using System.Collections.Immutable;

namespace HilBench.Emulators.DualRing;

/// <summary>
/// A NEMA TS2 ring-and-barrier controller as a pure state machine: one <see cref="Step"/> is a tenth of a second. Rings serve their phases in
/// order; all rings cross a barrier together. A green is not cut before its minimum and its pedestrian times, ends by gap or by max under a
/// conflicting call, and rests without one. Calls are locked. What comes next is fixed when a green ends, and a plan's timing is taken when one
/// begins: so the times in <see cref="Forecast"/> can be honoured.
/// </summary>
internal sealed class DualRingEngine
{
    /// <summary>Red before the first green, in ticks.</summary>
    public const int StartUpRed = 30;

    private readonly ImmutableArray<int> _plans;
    private readonly ImmutableArray<int> _groups;
    private CallInputs _inputs;
    private int _plan;
    private bool _crossing = true;

    public DualRingEngine(ImmutableArray<TimingPlan> plans)
    {
        TimingPlans.Check(plans);
        _plans = [.. plans.Select(plan => plan.Number)];
        Phases =
        [
            .. plans[0].Phases.Select((first, index) => new Phase(
                first.Phase, first.Ring, first.BarrierGroup, [.. plans.Select(plan => PhaseRow.From(plan.Phases[index]))])),
        ];
        _groups = [.. Phases.Select(phase => phase.Group).Distinct().Order()];
        Rings = [.. Phases.GroupBy(phase => phase.Ring).OrderBy(ring => ring.Key).Select(ring => new Ring([.. ring]))];
        Group = _groups[0];
        foreach (var phase in Phases)
        {
            phase.PlaceRecall(_plan);
        }

        foreach (var ring in Rings)
        {
            ring.StartUp(Group, StartUpRed);
        }
    }

    public ImmutableArray<Phase> Phases { get; }

    public ImmutableArray<Ring> Rings { get; }

    /// <summary>Tenths of a second since the start.</summary>
    public long Tick { get; private set; }

    /// <summary>Number of the plan in force.</summary>
    public int Plan => _plans[_plan];

    /// <summary>The barrier group that is served, or entered when the change intervals are over.</summary>
    public int Group { get; private set; }

    /// <summary>Whether a phase outside the served group is called, so that all rings must go to the barrier.</summary>
    public bool BarrierCall => Phases.Any(phase => phase.Group != Group && phase.Called);

    /// <summary>Advances by a tenth of a second.</summary>
    public void Step(in CallInputs inputs)
    {
        Tick++;
        _inputs = inputs;
        SelectPlan();
        foreach (var phase in Phases)
        {
            phase.Sense(inputs, Tick);
        }

        BeginGreens();
        foreach (var ring in Rings)
        {
            if (ring is { Green: true, Current: { } green })
            {
                green.Time(Tick, BarrierCall || ring.Of(Group).Any(phase => phase.Called));
            }
        }

        EndGreens();
    }

    /// <summary>When the next phase of a changing ring turns green.</summary>
    public long StartOfNext(Ring ring) => _crossing ? Rings.Max(other => other.RedEnd) : ring.RedEnd;

    private void SelectPlan()
    {
        var selected = _inputs.Plan == 0 ? _plan : _plans.IndexOf(_inputs.Plan);
        if (selected < 0 || selected == _plan)
        {
            return;
        }

        _plan = selected;
        foreach (var phase in Phases)
        {
            if (!phase.Green)
            {
                phase.PlaceRecall(_plan);
            }
        }
    }

    private void BeginGreens()
    {
        if (_crossing && Tick < Rings.Max(ring => ring.RedEnd))
        {
            return;
        }

        foreach (var ring in Rings)
        {
            if (ring.Changing && Tick >= StartOfNext(ring))
            {
                ring.BeginNext(Tick, _plan, _inputs);
            }
        }

        _crossing = false;
    }

    private void EndGreens()
    {
        foreach (var ring in Rings)
        {
            if (Ending(ring) is { } green && ring.After(green).FirstOrDefault(phase => phase.Called) is { } next)
            {
                ring.EndGreen(Tick, _plan, next);
            }
        }

        if (BarrierCall)
        {
            Cross();
            return;
        }

        foreach (var ring in Rings)
        {
            // Nobody waits beyond the barrier: the ring starts again with the earlier phases of its group, the other ring stays.
            if (Ending(ring) is { } green && ring.Of(Group).FirstOrDefault(phase => phase != green && phase.Called) is { } next)
            {
                ring.EndGreen(Tick, _plan, next);
            }
        }
    }

    private void Cross()
    {
        if (!Rings.All(ring => ring.Idle || Ending(ring) is not null))
        {
            return;
        }

        var place = _groups.IndexOf(Group);
        Group = Enumerable.Range(1, _groups.Length - 1)
            .Select(offset => _groups[(place + offset) % _groups.Length])
            .First(group => Phases.Any(phase => phase.Group == group && phase.Called));
        _crossing = true;
        foreach (var ring in Rings)
        {
            ring.EndGreen(Tick, _plan, ring.Entry(Group));
        }
    }

    /// <summary>The green of a ring, if it may end now.</summary>
    private Phase? Ending(Ring ring) => ring is { Green: true, Current: { } green } && green.MayEnd(Tick) ? green : null;
}
