using System.Collections.Immutable;

namespace HilBench.Emulators.DualRing;

/// <summary>
/// A NEMA TS2 ring-and-barrier controller as a pure state machine: one <see cref="Step(in CallInputs)"/> is a tenth of a second. Rings serve their phases in
/// order; all rings cross a barrier together. A green is not cut before its minimum and its pedestrian times, ends by gap or by max under a
/// conflicting call, and rests without one. Calls are locked. What comes next is fixed when a green ends, and a plan's timing is taken when one
/// begins: so the times in <see cref="Forecast"/> can be honoured. Orders from outside (<see cref="EngineControls"/>) change what comes, never a
/// minimum, pedestrian or change interval; with a tick that brings other orders the forecast begins anew (<see cref="Discontinuous"/>).
/// </summary>
internal sealed class DualRingEngine
{
    /// <summary>Red before the first green, in ticks.</summary>
    public const int StartUpRed = 30;

    private readonly ImmutableArray<int> _plans;
    private readonly ImmutableArray<int> _groups;
    private readonly Diversion _diversion;
    private CallInputs _inputs;
    private EngineControls _ordered;
    private bool _retimed;
    private int _plan;
    private bool _crossing = true;

    public DualRingEngine(ImmutableArray<TimingPlan> plans, ImmutableArray<PreemptPlan> preempts = default)
    {
        TimingPlans.Check(plans);
        Preempts = preempts.IsDefaultOrEmpty ? PreemptPlan.Usual(plans[0]) : preempts;
        PreemptPlan.Check(Preempts, plans[0]);
        _diversion = new Diversion(Preempts);
        _plans = [.. plans.Select(plan => plan.Number)];
        Phases =
        [
            .. plans[0].Phases.Select((first, index) => new Phase(
                first.Phase, first.Ring, first.BarrierGroup, [.. plans.Select(plan => PhaseRow.From(plan.Phases[index]))])),
        ];
        _groups = [.. Phases.Select(phase => phase.Group).Distinct().Order()];
        Rings = [.. Phases.GroupBy(phase => phase.Ring).OrderBy(ring => ring.Key).Select(ring => new Ring([.. ring]))];
        Group = _groups[0];
        StartUp();
    }

    public ImmutableArray<Phase> Phases { get; }

    public ImmutableArray<Ring> Rings { get; }

    public ImmutableArray<PreemptPlan> Preempts { get; }

    /// <summary>Numbers of the plans.</summary>
    public ImmutableArray<int> Plans => _plans;

    /// <summary>Orders in force.</summary>
    public EngineControls Controls { get; private set; }

    /// <summary>Whether other orders or timings came with the last tick, or a preempt or flash went on, so that what the forecast said before does not bind.</summary>
    public bool Discontinuous { get; private set; }

    /// <summary>Phases whose green ended with the last tick; bit 0 is phase 1.</summary>
    public ushort EndedGreens { get; private set; }

    /// <summary>Whether a preempt or flash leads the rings.</summary>
    public bool Diverted => _diversion.Active;

    /// <summary>Whether all rings have cleared and the lamps flash.</summary>
    public bool Flashing => _diversion.Flashing;

    /// <summary>Number of the preempt that is served; 0 for none.</summary>
    public int ActivePreempt => _diversion.Preempt;

    /// <summary>Tenths of a second since the start.</summary>
    public long Tick { get; private set; }

    /// <summary>Number of the plan in force.</summary>
    public int Plan => _plans[_plan];

    /// <summary>The barrier group that is served, or entered when the change intervals are over.</summary>
    public int Group { get; private set; }

    /// <summary>Whether a phase outside the served group is called, so that all rings must go to the barrier.</summary>
    public bool BarrierCall => Phases.Any(phase => phase.Group != Group && phase.Called);

    public PreemptState StateOf(PreemptPlan preempt) => _diversion.StateOf(preempt.Number, Controls.Preempt);

    /// <summary>Changes a phase's timing in all plans, from its next green on.</summary>
    public void Retime(Phase phase, Func<PhaseRow, PhaseRow> change)
    {
        phase.Retime(change);
        _retimed = true;
    }

    /// <summary>Whether the phases with these numbers are green and all other rings rest in red.</summary>
    public bool Arrived(ImmutableArray<int> targets) => Rings.All(ring => Target(ring, targets) is { } target ? target.Green : ring.Idle);

    /// <summary>Advances by a tenth of a second.</summary>
    public void Step(in CallInputs inputs) => Step(inputs, default);

    /// <summary>Advances by a tenth of a second under orders from outside.</summary>
    public void Step(in CallInputs inputs, in EngineControls controls)
    {
        Tick++;
        _inputs = inputs;
        Order(controls);
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
                green.Time(Tick, BarrierCall || ring.Of(Group).Any(phase => phase.Called), walks: !Diverted && !ring.Stopped);
            }
        }

        var before = Greens;
        if (Diverted)
        {
            Divert();
        }
        else
        {
            EndGreens();
        }

        EndedGreens = (ushort)(before & ~Greens);
    }

    /// <summary>When the next phase of a changing ring turns green.</summary>
    public long StartOfNext(Ring ring) => _crossing ? Rings.Max(Cleared) : ring.RedEnd;

    private int Greens => Phases.Where(phase => phase.Green).Aggregate(0, (greens, phase) => greens | (1 << (phase.Number - 1)));

    // On the way to a preempt's phases beyond the barrier a ring may still be green while the others wait for it.
    private long Cleared(Ring ring) => ring is { Green: true, Current: { } green } && green.Group != Group
        ? Math.Max(Tick + 1, green.Inviolable) + green.Change
        : ring.RedEnd;

    private static Phase? Target(Ring ring, ImmutableArray<int> targets) => ring.Phases.FirstOrDefault(phase => targets.Contains(phase.Number));

    private void Order(in EngineControls controls)
    {
        // A force-off that is gone because its green has ended is no new order.
        Discontinuous = _retimed || controls != _ordered with { ForceOff = (ushort)(_ordered.ForceOff & ~EndedGreens) };
        (_retimed, _ordered, Controls) = (false, controls, controls);
        foreach (var phase in Phases)
        {
            phase.Control(PhaseControls.Of(controls, phase));
        }

        foreach (var ring in Rings)
        {
            ring.StopTime(EngineControls.Has(controls.StopTime, ring.Number), Tick);
        }

        var course = (_diversion.Active, _diversion.Preempt, _diversion.Targets);
        if (_diversion.Update(controls, this))
        {
            StartUp();
        }

        Discontinuous |= course != (_diversion.Active, _diversion.Preempt, _diversion.Targets);
    }

    private void StartUp()
    {
        (Group, _crossing) = (_groups[0], true);
        foreach (var phase in Phases)
        {
            phase.PlaceRecall(_plan);
        }

        foreach (var ring in Rings)
        {
            ring.StartUp(Group, (int)Tick + StartUpRed);
        }
    }

    /// <summary>Leads each ring to where the diversion wants it: no minimum, pedestrian or change interval is cut.</summary>
    private void Divert()
    {
        var targets = _diversion.Targets;
        if (targets.Length > 0 && Phases.First(phase => phase.Number == targets[0]).Group is var group && group != Group)
        {
            (Group, _crossing) = (group, true);
        }

        foreach (var ring in Rings)
        {
            var target = Target(ring, targets);
            if (ring.Changing)
            {
                ring.Redirect(_plan, target);
            }
            else if (ring is { Green: true, Current: { } green })
            {
                if (green != target && !ring.Stopped && Tick >= green.Inviolable)
                {
                    ring.EndGreen(Tick, _plan, target);
                }
            }
            else if (target is not null)
            {
                ring.Enter(Tick, _plan, target);
            }
        }
    }

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
        if (_crossing && Tick < Rings.Max(Cleared))
        {
            return;
        }

        foreach (var ring in Rings)
        {
            if (ring.Changing && !ring.Stopped && Tick >= StartOfNext(ring))
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
            else if (ring is { Idle: true, Stopped: false } && ring.Of(Group).FirstOrDefault(phase => phase.Called) is { } first)
            {
                ring.Enter(Tick, _plan, first);
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
            if (Ending(ring) is not { } green)
            {
                continue;
            }

            var next = ring.Of(Group).FirstOrDefault(phase => phase != green && phase.Called);
            if (next is not null || EngineControls.Has(Controls.RedRest, ring.Number))
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
    private Phase? Ending(Ring ring) => ring is { Green: true, Stopped: false, Current: { } green } && green.MayEnd(Tick) ? green : null;
}
