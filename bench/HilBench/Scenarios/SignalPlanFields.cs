using System.Collections.Immutable;
using HilBench.Inputs;

namespace HilBench.Scenarios;

/// <summary>Reads and checks the signal plans of a scenario file.</summary>
internal static class SignalPlanFields
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static ImmutableArray<SignalPlan> Read(Fields top)
    {
        var plans = ImmutableArray.CreateBuilder<SignalPlan>();
        foreach (var fields in top.Mappings("plans", ScenarioKeys.Plan))
        {
            var phases = ImmutableArray.CreateBuilder<PlanPhase>();
            foreach (var field in fields.Mappings("phases", ScenarioKeys.Phase))
            {
                phases.Add(Phase(field, phases));
            }

            var plan = new SignalPlan(fields.Number("number", 1, 254), phases.DrainToImmutable());
            if (plans.Any(other => other.Number == plan.Number))
            {
                fields.Fault("number", $"plan {plan.Number} is there twice");
            }

            if (plans.Count > 0 && !plan.Phases.Select(Place).SequenceEqual(plans[0].Phases.Select(Place)))
            {
                fields.Fault("phases", $"expected the phases of plan {plans[0].Number}, in its order, with its rings and barriers: a change of plan only changes times");
            }

            if (fields.Has("phases") && plan.Phases.IsEmpty)
            {
                fields.Fault("phases", "a plan needs at least one phase");
            }

            plans.Add(plan);
        }

        if (top.Has("plans") && plans.Count == 0)
        {
            top.Fault("plans", "a scenario needs at least one plan");
        }

        return plans.DrainToImmutable();
    }

    /// <summary>Every plan must serve every phase that a signal group of the site shows.</summary>
    public static void CheckAgainstSite(Fields top, ImmutableArray<SignalPlan> plans, Site site)
    {
        foreach (var plan in plans)
        {
            var missing = site.SignalGroups
                .Where(group => plan.Phases.All(phase => phase.Phase != (group.Phase ?? group.PedPhase)))
                .Select(group => $"{group.Phase ?? group.PedPhase} (signal group {group.Group})")
                .ToArray();
            if (missing.Length > 0)
            {
                top.Fault("plans", $"plan {plan.Number} lacks phases that the site shows: {string.Join(", ", missing)}");
            }

            foreach (var group in site.SignalGroups)
            {
                if (plan.Phases.Any(phase => phase.Phase == group.PedPhase && phase.Walk == TimeSpan.Zero))
                {
                    top.Fault("plans", $"plan {plan.Number}: phase {group.PedPhase} needs a walk time for signal group {group.Group}");
                }
            }
        }
    }

    private static (int Phase, int Ring, int Barrier) Place(PlanPhase phase) => (phase.Phase, phase.Ring, phase.Barrier);

    private static PlanPhase Phase(Fields fields, IEnumerable<PlanPhase> others)
    {
        var phase = new PlanPhase
        {
            Phase = fields.Number("phase", 1, 16),
            Ring = fields.Number("ring", 1, 4),
            Barrier = fields.Number("barrier", 1, 8),
            MinGreen = fields.Time("minGreen", TimeSpan.FromSeconds(1), Longest),
            Passage = fields.Time("passage", TimeSpan.Zero, Longest),
            MaxGreen = fields.Time("maxGreen", TimeSpan.FromSeconds(1), Longest),
            Yellow = fields.Time("yellow", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)),
            RedClear = fields.Time("redClear", TimeSpan.Zero, TimeSpan.FromSeconds(25)),
            Walk = fields.OptionalTime("walk", TimeSpan.FromSeconds(1), Longest) ?? TimeSpan.Zero,
            PedClear = fields.OptionalTime("pedClear", TimeSpan.FromSeconds(1), Longest) ?? TimeSpan.Zero,
            Recall = fields.Has("recall")
                ? fields.Choice("recall", ("none", Recall.None), ("min", Recall.Min), ("max", Recall.Max), ("ped", Recall.Ped))
                : Recall.None,
        };
        foreach (var (key, time) in Times(phase).Where(named => named.Time.Ticks % (TimeSpan.TicksPerSecond / 10) != 0))
        {
            fields.Fault(key, "a controller times in whole tenths of a second");
        }

        if (fields.Has("phase") && others.Any(other => other.Phase == phase.Phase))
        {
            fields.Fault("phase", $"phase {phase.Phase} is there twice");
        }

        if (fields.Has("maxGreen") && phase.MaxGreen < phase.MinGreen)
        {
            fields.Fault("maxGreen", "the longest green is shorter than minGreen");
        }

        if (fields.Has("walk") != fields.Has("pedClear"))
        {
            fields.Fault(fields.Has("walk") ? "walk" : "pedClear", "walk and pedClear go together");
        }

        if (phase.Recall == Recall.Ped && !fields.Has("walk"))
        {
            fields.Fault("recall", "a ped recall needs walk and pedClear");
        }

        return phase;
    }

    private static (string Key, TimeSpan Time)[] Times(PlanPhase phase) =>
    [
        ("minGreen", phase.MinGreen),
        ("passage", phase.Passage),
        ("maxGreen", phase.MaxGreen),
        ("yellow", phase.Yellow),
        ("redClear", phase.RedClear),
        ("walk", phase.Walk),
        ("pedClear", phase.PedClear),
    ];
}
