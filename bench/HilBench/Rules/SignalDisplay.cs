using System.Collections.Immutable;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>The signal groups of one intersection, shown by a controller and told by an RSU, and how their changes ended.</summary>
internal sealed class SignalDisplay
{
    /// <summary>The signal groups that the site declares.</summary>
    /// <param name="mapping">The declaration.</param>
    public SignalDisplay(IntersectionSignalGroups mapping)
    {
        Mapping = mapping;
        Groups =
        [
            .. mapping.Groups.Select(group => new SignalGroupChanges(group)
            {
                Shown = (change, spat) => Shown?.Invoke(this, change, spat),
                Superseded = (change, lamps) => Overtaken?.Invoke(this, change, lamps),
            }),
        ];
    }

    /// <summary>Called when a change is told on the air: the change, the SPaT.</summary>
    public Action<SignalDisplay, SignalChange, Observation>? Shown { get; init; }

    /// <summary>Called when the lamps change again before a change was told on the air: the change, the lamp datagram.</summary>
    public Action<SignalDisplay, SignalChange, Observation>? Overtaken { get; init; }

    /// <summary>Which phase each signal group shows.</summary>
    public IntersectionSignalGroups Mapping { get; }

    /// <summary>The signal groups.</summary>
    public ImmutableArray<SignalGroupChanges> Groups { get; }

    /// <summary>Changes told within the limit.</summary>
    public long InTime { get; set; }

    /// <summary>Changes told later.</summary>
    public long Late { get; set; }

    /// <summary>Changes that were not told before the next one.</summary>
    public long Superseded { get; set; }

    /// <summary>Changes that are not told up to where the recording ends.</summary>
    public long Unfinished { get; set; }

    /// <summary>Changes never told.</summary>
    public long Lost => Superseded + Unfinished;

    /// <summary>Changes whose end is known.</summary>
    public long Changes => InTime + Late + Lost;

    /// <summary>Whether the recording has the lamps and the air that it takes to judge them.</summary>
    public bool IsTapped(RecordingEnd end) =>
        end.Taps.Contains($"{Mapping.Controller}.lamps", StringComparer.Ordinal) && end.Taps.Contains($"{Mapping.Rsu}.air", StringComparer.Ordinal);
}
