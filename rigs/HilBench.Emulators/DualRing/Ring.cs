using System.Collections.Immutable;

namespace HilBench.Emulators.DualRing;

/// <summary>One ring: the phase it serves or has just served, and what comes next. Times are ticks.</summary>
internal sealed class Ring(ImmutableArray<Phase> phases)
{
    public int Number { get; } = phases[0].Ring;

    /// <summary>All phases of the ring in the order of service.</summary>
    public ImmutableArray<Phase> Phases => phases;

    /// <summary>The phase that is green, or whose change interval runs; null at rest in red.</summary>
    public Phase? Current { get; private set; }

    /// <summary>The phase that turns green after the change interval; fixed when the green before it ends.</summary>
    public Phase? Next { get; private set; }

    /// <summary>True from the end of a green to the beginning of the next.</summary>
    public bool Changing { get; private set; }

    public long YellowEnd { get; private set; }

    public long RedEnd { get; private set; }

    /// <summary>Whether the ring rests in red because it has no phase in the group that is served.</summary>
    public bool Idle => !Changing && Current is null;

    public bool Green => Current is { Green: true };

    public bool Yellow(long tick) => Changing && tick < YellowEnd;

    public IEnumerable<Phase> Of(int group) => phases.Where(phase => phase.Group == group);

    /// <summary>The phases of the served group that come after the current one.</summary>
    public IEnumerable<Phase> After(Phase phase) => Of(phase.Group).SkipWhile(other => other != phase).Skip(1);

    /// <summary>The phase that a ring enters when its group is served: the first with a call, else, by dual entry, the last.</summary>
    public Phase? Entry(int group) => Of(group).FirstOrDefault(phase => phase.Called) ?? Of(group).LastOrDefault(phase => !phase.Omitted);

    /// <summary>Whether its timers stand.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Why its last green ended, as bits of NTCIP 1202 ringStatus: 3 gap out, 4 max out, 5 force-off.</summary>
    public int Termination { get; private set; }

    /// <summary>Begins in red, to enter a group after a time.</summary>
    public void StartUp(int group, int allRed)
    {
        (Current, Next, Changing, YellowEnd, RedEnd) = (null, Entry(group), true, 0, allRed);
    }

    /// <summary>Takes whether its timers stand; while they do, what ends later ends a tick later still.</summary>
    public void StopTime(bool stopped, long tick)
    {
        Stopped = stopped;
        if (!stopped)
        {
            return;
        }

        if (Green)
        {
            Current!.StopTime();
        }
        else if (Changing)
        {
            if (YellowEnd >= tick)
            {
                YellowEnd++;
                Current?.StopYellow();
            }

            RedEnd += RedEnd >= tick ? 1 : 0;
        }
    }

    /// <summary>Leaves rest in red for a phase: with the next tick, or when the phase may turn green again after its own red.</summary>
    public void Enter(long tick, int plan, Phase next)
    {
        (Next, Changing, YellowEnd) = (next, true, tick);
        RedEnd = Math.Max(tick + 1, next.RedSince + next.Rows[plan].RedRevert);
    }

    /// <summary>Changes what comes after the change interval that runs.</summary>
    public void Redirect(int plan, Phase? next)
    {
        if (Next != next && next is not null && next == Current)
        {
            RedEnd = Math.Max(RedEnd, next.RedSince + next.Rows[plan].RedRevert);
        }

        Next = next;
    }

    /// <summary>Ends the green, if there is one, and fixes what comes next.</summary>
    public void EndGreen(long tick, int plan, Phase? next)
    {
        (Next, Changing) = (next, true);
        YellowEnd = Current is null ? tick : tick + Current.Row.Yellow;
        RedEnd = Current is null ? tick : tick + Current.Change;
        if (Current is null)
        {
            return;
        }

        Termination = Current.ForcedOff ? 0x20 : Current.MaxedOut(tick) ? 0x10 : Current.GappedOut(tick) ? 0x08 : 0;
        Current.EndGreen(tick, plan);
    }

    public void BeginNext(long tick, int plan, in CallInputs inputs)
    {
        (Current, Next, Changing) = (Next, null, false);
        Termination = Current is null ? Termination : 0;
        Current?.BeginGreen(tick, plan, inputs);
    }
}
