using System.Collections.Immutable;

namespace HilBench.Emulators.DualRing;

/// <summary>One ring: the phase it serves or has just served, and what comes next. Times are ticks.</summary>
internal sealed class Ring(ImmutableArray<Phase> phases)
{
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
    public Phase? Entry(int group) => Of(group).FirstOrDefault(phase => phase.Called) ?? Of(group).LastOrDefault();

    /// <summary>Begins in red, to enter a group after a time.</summary>
    public void StartUp(int group, int allRed)
    {
        (Next, Changing, YellowEnd, RedEnd) = (Entry(group), true, 0, allRed);
    }

    /// <summary>Ends the green, if there is one, and fixes what comes next.</summary>
    public void EndGreen(long tick, int plan, Phase? next)
    {
        (Next, Changing) = (next, true);
        YellowEnd = Current is null ? tick : tick + Current.Row.Yellow;
        RedEnd = Current is null ? tick : YellowEnd + Current.Row.RedClear;
        Current?.EndGreen(plan);
    }

    public void BeginNext(long tick, int plan, in CallInputs inputs)
    {
        (Current, Next, Changing) = (Next, null, false);
        Current?.BeginGreen(tick, plan, inputs);
    }
}
