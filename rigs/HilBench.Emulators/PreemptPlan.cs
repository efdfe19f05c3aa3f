using System.Collections.Immutable;
using System.Globalization;

namespace HilBench.Emulators;

/// <summary>A preempt of a signal controller: which phases it turns green, and which come after it.</summary>
/// <param name="Number">Its number, 1 to 255; of several that are called the lowest is served.</param>
/// <param name="DwellPhases">Phases that are green while it lasts: of one barrier group, at most one of each ring.</param>
/// <param name="ExitPhases">Phases that it ends with; the same rules.</param>
/// <param name="MinimumDwellSeconds">Shortest time in the dwell phases, 0 to 255.</param>
public sealed record PreemptPlan(int Number, ImmutableArray<int> DwellPhases, ImmutableArray<int> ExitPhases, double MinimumDwellSeconds)
{
    /// <summary>A preempt for each barrier group, numbered from 1, that dwells 5 s or more in the last phases of its rings and ends with those of the first group.</summary>
    public static ImmutableArray<PreemptPlan> Usual(TimingPlan plan)
    {
        ImmutableArray<int>[] groups =
        [
            .. plan.Phases.GroupBy(phase => phase.BarrierGroup).OrderBy(group => group.Key)
                .Select(group => group.GroupBy(phase => phase.Ring).OrderBy(ring => ring.Key).Select(ring => ring.Last().Phase).ToImmutableArray()),
        ];
        return [.. groups.Select((phases, index) => new PreemptPlan(index + 1, phases, groups[0], 5))];
    }

    internal static void Check(ImmutableArray<PreemptPlan> preempts, TimingPlan plan)
    {
        if (preempts.DistinctBy(preempt => preempt.Number).Count() != preempts.Length || preempts.Any(preempt => preempt.Number is < 1 or > 255))
        {
            throw new ArgumentException("Preempts have numbers 1 to 255, each once.", nameof(preempts));
        }

        foreach (var preempt in preempts)
        {
            if (!CanBeGreen(preempt.DwellPhases, plan) || !CanBeGreen(preempt.ExitPhases, plan) || preempt.MinimumDwellSeconds is not (>= 0 and <= 255))
            {
                throw new ArgumentException(
                    $"Preempt {preempt.Number.ToString(CultureInfo.InvariantCulture)}: dwell and exit phases are phases of the plan, of one barrier group, at most one of each ring; the minimum dwell is 0 to 255 s.",
                    nameof(preempts));
            }
        }
    }

    private static bool CanBeGreen(ImmutableArray<int> phases, TimingPlan plan)
    {
        PhaseTiming?[] timings = [.. phases.Select(number => plan.Phases.FirstOrDefault(phase => phase.Phase == number))];
        return timings.Length > 0 && timings.All(timing => timing is not null)
            && timings.DistinctBy(timing => timing!.BarrierGroup).Count() == 1
            && timings.DistinctBy(timing => timing!.Ring).Count() == timings.Length;
    }
}
