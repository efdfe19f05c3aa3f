using System.Collections.Immutable;
using HilBench.Emulators.Ntcip1202;

namespace HilBench.Emulators;

/// <summary>What a signal controller emulator is set to.</summary>
/// <param name="Plans">Its timing plans; it starts with the first.</param>
/// <param name="Defects">Defects switched on, by name (<see cref="DefectTable"/>).</param>
public sealed record SignalControllerSettings(ImmutableArray<TimingPlan> Plans, ImmutableHashSet<string> Defects)
{
    /// <summary>Time from a change of the lamps to the datagram that tells it.</summary>
    public TimeSpan FeedDelay { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Identity, preempts, backup time and personalities.</summary>
    public Ntcip1202Settings Ntcip { get; init; } = new();
}
