using System.Collections.Immutable;
using HilBench.Emulators;
using HilBench.Emulators.DualRing;

namespace HilBench.Tests.Emulators.DualRing;

internal sealed class DualRingEngineTests
{
    private static readonly int[] EightPhases = [1, 2, 3, 4, 5, 6, 7, 8];

    [Test]
    public void Under_random_calls_no_rule_of_ring_and_barrier_is_broken_and_every_promise_is_kept([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        var engine = new DualRingEngine(RandomPlans(random));
        var watch = new EngineWatch(engine);
        var density = Math.Pow(10, -random.NextDouble() * 3);
        var (vehicles, buttons, plan) = (0, 0, 0);
        for (var tick = 0; tick < 12_000 && watch.Offences.Count < 5; tick++)
        {
            // Each input bit flips now and then; sparse at night, dense at noon; the plan changes a few times an hour.
            vehicles ^= Flips(random, density);
            buttons ^= Flips(random, density / 3);
            plan = random.Next(3000) == 0 ? random.Next(3) : plan;
            density = random.Next(5000) == 0 ? Math.Pow(10, -random.NextDouble() * 3) : density;
            engine.Step(new CallInputs((ushort)vehicles, (ushort)buttons, plan));
            watch.Look();
        }

        Assert.That(watch.Offences, Is.Empty);
        Assert.That(watch.Greens, Is.GreaterThan(1));
    }

    [Test]
    public void The_random_plans_exercise_bounded_ends_and_pedestrians()
    {
        var engine = new DualRingEngine(RandomPlans(new Random(1), EightPhases));
        var watch = new EngineWatch(engine);
        for (var tick = 0; tick < 18_000; tick++)
        {
            engine.Step(new CallInputs(0xFF, tick % 900 < 5 ? (ushort)0xFF : (ushort)0, 0));
            watch.Look();
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(watch.Offences, Is.Empty);
            Assert.That(watch.Greens, Is.GreaterThan(50));
            Assert.That(watch.BoundedEnds, Is.GreaterThan(50));
            Assert.That(watch.Walks, Is.GreaterThan(10));
        }
    }

    [Test]
    public void Without_calls_it_rests_in_green_on_the_first_group()
    {
        var engine = Engine(Plan());
        Run(engine, 1000);

        Assert.That(Greens(engine), Is.EqualTo("2 6"));
        Assert.That(new Forecast(engine).Of(Phase(engine, 2)).VehMax, Is.Null);
        Assert.That(new Forecast(engine).Of(Phase(engine, 2)).VehMin, Is.EqualTo(1));
    }

    [Test]
    public void A_call_beyond_the_barrier_is_served_with_its_dual_entry_partner_and_both_rings_cross_together()
    {
        var engine = Engine(Plan());
        Run(engine, 1000);
        Run(engine, 1, vehicles: 1 << 3);

        Assert.That(Greens(engine), Is.Empty, "phases 2 and 6 have gapped out long ago");
        Run(engine, 39);
        Assert.That(Yellows(engine), Is.EqualTo("2 6"));
        Run(engine, 1);
        Assert.That(Yellows(engine), Is.Empty);
        Run(engine, 9);
        Assert.That(Greens(engine), Is.Empty);
        Run(engine, 1);
        Assert.That(Greens(engine), Is.EqualTo("4 8"));
    }

    [Test]
    public void A_call_in_the_same_group_moves_one_ring_only()
    {
        var engine = Engine(Plan());
        Run(engine, 1000);
        Run(engine, 60, vehicles: 1 << 4);

        Assert.That(Greens(engine), Is.EqualTo("2 5"));
    }

    [Test]
    public void A_phase_without_a_call_is_skipped()
    {
        var engine = Engine(Plan());
        var served = new SortedSet<string>(StringComparer.Ordinal);
        for (var tick = 0; tick < 6000; tick++)
        {
            engine.Step(new CallInputs(1 << 1 | 1 << 3 | 1 << 5 | 1 << 7, 0, 0));
            served.Add(Greens(engine));
        }

        Assert.That(string.Join(", ", served), Is.EqualTo(", 2 6, 4 8"));
    }

    [Test]
    public void A_vehicle_on_the_detector_holds_the_green_to_the_maximum_and_no_longer()
    {
        var engine = Engine(Plan());
        Run(engine, 1000, vehicles: 1 << 1 | 1 << 5);
        var start = engine.Tick;
        Run(engine, 300, vehicles: 1 << 1 | 1 << 3 | 1 << 5);

        Assert.That(Greens(engine), Is.EqualTo("2 6"));
        Assert.That(engine.Tick - start, Is.EqualTo(300));
        Run(engine, 1, vehicles: 1 << 1 | 1 << 3 | 1 << 5);
        Assert.That(Yellows(engine), Is.EqualTo("2 6"), "30 s after the conflicting call");
    }

    [Test]
    public void A_gap_of_the_passage_time_ends_the_green()
    {
        var engine = Engine(Plan());
        Run(engine, 1000, vehicles: 1 << 1);
        Run(engine, 29, vehicles: 1 << 3);

        Assert.That(Greens(engine), Is.EqualTo("2 6"));
        Run(engine, 1);
        Assert.That(Yellows(engine), Does.Contain("2"), "3 s after the last vehicle");
    }

    [Test]
    public void Walk_and_pedestrian_clearance_are_not_cut()
    {
        var engine = Engine(Plan());
        Run(engine, 1000);
        Run(engine, 1, buttons: 1 << 1);
        Run(engine, 1, vehicles: 1 << 3);
        var start = engine.Tick;
        while (Greens(engine).Contains('2', StringComparison.Ordinal) && engine.Tick < start + 1000)
        {
            Run(engine, 1);
        }

        Assert.That(engine.Tick - start, Is.EqualTo(70 + 110 - 1), "7 s walk and 11 s clearance since the button");
    }

    [Test]
    public void A_plan_takes_effect_at_the_next_green_of_each_phase()
    {
        var second = Plan(number: 2, minGreen: 20, yellow: 5);
        var engine = Engine(Plan(), second);
        Run(engine, 1000);
        Run(engine, 1, vehicles: 1 << 3, plan: 2);
        Run(engine, 39);
        Assert.That(Yellows(engine), Is.EqualTo("2 6"));
        Run(engine, 1);
        Assert.That(Yellows(engine), Is.Empty, "the green began under plan 1: 4 s of yellow");
        Run(engine, 10, vehicles: 1 << 1);
        Assert.That(Greens(engine), Is.EqualTo("4 8"));
        Run(engine, 199, vehicles: 1 << 1);
        Assert.That(Greens(engine), Is.EqualTo("4 8"));
        Run(engine, 50);
        Assert.That(Yellows(engine), Is.EqualTo("4 8"), "20 s of green, then 5 s of yellow under plan 2");
        Run(engine, 1);
        Assert.That(Yellows(engine), Is.Empty);
        Assert.That(engine.Plan, Is.EqualTo(2));
    }

    [Test]
    public void An_unknown_plan_number_changes_nothing()
    {
        var engine = Engine(Plan());
        Run(engine, 10, plan: 9);

        Assert.That(engine.Plan, Is.EqualTo(1));
    }

    [Test]
    public void Plans_that_cannot_run_are_refused_with_the_reason()
    {
        var plan = Plan();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Engine(), Throws.ArgumentException.With.Message.Contains("at least one timing plan"));
            Assert.That(() => Engine(plan, plan), Throws.ArgumentException.With.Message.Contains("each once"));
            Assert.That(() => Engine(plan, new TimingPlan(2, plan.Phases.RemoveAt(0))), Throws.ArgumentException.With.Message.Contains("only times and recalls"));
            Assert.That(() => Engine(plan with { Phases = plan.Phases.Add(plan.Phases[0]) }), Throws.ArgumentException.With.Message.Contains("each once"));
            Assert.That(() => Engine(Plan(yellow: 0)), Throws.ArgumentException.With.Message.Contains("yellow at least 0.1 s"));
            Assert.That(() => Engine(Plan(minGreen: double.NaN)), Throws.ArgumentException.With.Message.Contains("0 to 3600 s"));
        }
    }

    private static int Flips(Random random, double density)
    {
        var flips = 0;
        for (var bit = 0; bit < 8; bit++)
        {
            flips |= random.NextDouble() < density ? 1 << bit : 0;
        }

        return flips;
    }

    private static ImmutableArray<TimingPlan> RandomPlans(Random random, int[]? phases = null)
    {
        phases ??= [.. EightPhases.Where(_ => random.Next(5) > 0)];
        phases = phases.Length < 2 ? EightPhases : phases;
        var recallOdds = 2 << random.Next(5); // from every second phase on recall to hardly any
        var pedestrians = phases.Where(_ => random.Next(2) == 0).ToHashSet();
        return
        [
            .. Enumerable.Range(1, 2).Select(number => new TimingPlan(
                number, [.. phases.Select(phase => RandomTiming(random, phase, pedestrians.Contains(phase), recallOdds))])),
        ];
    }

    private static PhaseTiming RandomTiming(Random random, int phase, bool pedestrians, int recallOdds) => new(
        phase,
        phase <= 4 ? 1 : 2,
        (phase - 1) % 4 < 2 ? 1 : 2,
        random.Next(1, 150) / 10.0,
        random.Next(0, 50) / 10.0,
        random.Next(10, 400) / 10.0,
        random.Next(30, 60) / 10.0,
        random.Next(0, 30) / 10.0,
        pedestrians ? random.Next(40, 80) / 10.0 : 0,
        pedestrians ? random.Next(0, 150) / 10.0 : 0,
        random.Next(recallOdds) == 0 ? (Recall)random.Next(1, 4) : Recall.None);

    private static TimingPlan Plan(int number = 1, double minGreen = 5, double yellow = 4) => new(
        number,
        [
            .. EightPhases.Select(phase => new PhaseTiming(
                phase, phase <= 4 ? 1 : 2, (phase - 1) % 4 < 2 ? 1 : 2, minGreen, 3, 30, yellow, 1, phase % 2 == 0 ? 7 : 0, phase % 2 == 0 ? 11 : 0, Recall.None)),
        ]);

    private static DualRingEngine Engine(params ImmutableArray<TimingPlan> plans) => new(plans);

    private static void Run(DualRingEngine engine, int ticks, int vehicles = 0, int buttons = 0, int plan = 0)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            engine.Step(new CallInputs((ushort)vehicles, (ushort)buttons, plan));
        }
    }

    private static Phase Phase(DualRingEngine engine, int number) => engine.Phases.Single(phase => phase.Number == number);

    private static string Greens(DualRingEngine engine) => string.Join(' ', engine.Phases.Where(phase => phase.Green).Select(phase => phase.Number));

    private static string Yellows(DualRingEngine engine) =>
        string.Join(' ', engine.Rings.Where(ring => ring.Yellow(engine.Tick)).Select(ring => ring.Current!.Number).Order());
}
