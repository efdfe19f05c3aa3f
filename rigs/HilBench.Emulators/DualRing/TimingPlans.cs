using System.Collections.Immutable;
using System.Globalization;

namespace HilBench.Emulators.DualRing;

/// <summary>Refuses plans that a ring-and-barrier controller cannot run.</summary>
internal static class TimingPlans
{
    public static void Check(ImmutableArray<TimingPlan> plans)
    {
        if (plans.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A signal controller needs at least one timing plan.", nameof(plans));
        }

        if (plans.DistinctBy(plan => plan.Number).Count() != plans.Length || plans.Any(plan => plan.Number is < 1 or > 255))
        {
            throw new ArgumentException("Timing plans have numbers 1 to 255, each once.", nameof(plans));
        }

        foreach (var plan in plans)
        {
            CheckPhases(plan);
            if (!plan.Phases.Select(Place).SequenceEqual(plans[0].Phases.Select(Place)))
            {
                throw new ArgumentException(
                    $"Plan {Text(plan.Number)} has other phases, rings, barriers or pedestrian signals than plan {Text(plans[0].Number)}: only times and recalls may differ.",
                    nameof(plans));
            }
        }
    }

    private static void CheckPhases(TimingPlan plan)
    {
        if (plan.Phases.IsDefaultOrEmpty
            || plan.Phases.DistinctBy(phase => phase.Phase).Count() != plan.Phases.Length
            || plan.Phases.Any(phase => phase.Phase is < 1 or > 16))
        {
            throw new ArgumentException($"Plan {Text(plan.Number)} needs phases with numbers 1 to 16, each once.", nameof(plan));
        }

        foreach (var phase in plan.Phases)
        {
            double[] times =
            [
                phase.MinGreenSeconds, phase.PassageSeconds, phase.MaxGreenSeconds, phase.YellowSeconds, phase.RedClearSeconds, phase.WalkSeconds,
                phase.PedClearSeconds,
            ];
            if (times.Any(seconds => !(seconds is >= 0 and <= 3600)) || phase.MinGreenSeconds < 0.1 || phase.YellowSeconds < 0.1)
            {
                throw new ArgumentException(
                    $"Plan {Text(plan.Number)}, phase {Text(phase.Phase)}: times are 0 to 3600 s, minimum green and yellow at least 0.1 s.",
                    nameof(plan));
            }
        }
    }

    private static (int Phase, int Ring, int Group, bool Pedestrians) Place(PhaseTiming timing) =>
        (timing.Phase, timing.Ring, timing.BarrierGroup, timing.WalkSeconds >= 0.1);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
