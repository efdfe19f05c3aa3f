using HilBench.Emulators;
using HilBench.Emulators.DualRing;

namespace HilBench.Tests.Emulators.DualRing;

internal sealed class EngineControlTests
{
    private const int Phases2And6 = 0x22;

    [Test]
    public void Under_random_orders_no_interval_is_cut_no_conflict_shows_and_every_promise_is_kept_until_the_next_order([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var engine = new DualRingEngine([Plan(recall: (Recall)random.Next(4)), Plan(2)]);
        var watch = new EngineWatch(engine);
        var orders = default(EngineControls);
        var (vehicles, buttons, haste) = (0, 0, random.Next(20, 600));
        for (var tick = 0; tick < 12_000 && watch.Offences.Count == 0; tick++)
        {
            vehicles ^= random.Next(40) == 0 ? 1 << random.Next(8) : 0;
            buttons ^= random.Next(80) == 0 ? 1 << random.Next(8) : 0;
            orders = random.Next(haste) == 0 ? Other(orders, random) : orders with { ForceOff = (ushort)(orders.ForceOff & ~engine.EndedGreens) };
            if (random.Next(2000) == 0)
            {
                engine.Retime(engine.Phases[random.Next(8)], row => row with { MinGreen = random.Next(1, 120), Yellow = random.Next(30, 60) });
            }

            engine.Step(new CallInputs((ushort)vehicles, (ushort)buttons, random.Next(900) == 0 ? random.Next(3) : 0), orders);
            watch.Look();
        }

        Assert.That(watch.Offences, Is.Empty, engine.Controls.ToString());
        Assert.That(watch.Greens, Is.GreaterThan(3));
    }

    [Test]
    public void A_hold_keeps_a_green_beyond_its_maximum_and_a_force_off_does_not_end_it()
    {
        var engine = Resting();
        Run(engine, 600, new EngineControls { Hold = 1 << 1, ForceOff = 1 << 1 }, vehicles: 1 << 3);

        Assert.That(Greens(engine), Does.Contain("2"));
        Assert.That(new Forecast(engine).Of(engine.Phases[1]).VehMax, Is.Null);
        Run(engine, 1, default, vehicles: 1 << 3);
        Assert.That(Greens(engine), Does.Not.Contain("2"));
    }

    [Test]
    public void A_force_off_ends_a_green_with_vehicles_on_it_but_not_before_its_minimum()
    {
        var engine = Resting();
        Run(engine, 90, default, vehicles: 1 << 3);
        Assert.That(Greens(engine), Is.EqualTo("4 8"));
        var begun = engine.Phases[3].GreenStart;
        var orders = new EngineControls { ForceOff = 1 << 3 | 1 << 7 };
        while (engine.Phases[3].Green)
        {
            Run(engine, 1, orders, vehicles: 0xFF);
        }

        Assert.That(engine.Tick - begun, Is.EqualTo(50));
        Assert.That(engine.EndedGreens, Is.EqualTo(1 << 3 | 1 << 7));
    }

    [Test]
    public void A_force_off_waits_for_pedestrians_and_for_somebody_else_to_call()
    {
        var engine = Resting();
        var orders = new EngineControls { RingForceOff = 3 };
        Run(engine, 100, orders);
        Assert.That(Greens(engine), Is.EqualTo("2 6"));
        Run(engine, 1, default, buttons: 1 << 1);
        Run(engine, 179, orders, vehicles: 1 << 3);
        Assert.That(Greens(engine), Is.EqualTo("2 6"));
        Run(engine, 1, orders, vehicles: 1 << 3);
        Assert.That(Greens(engine), Is.Empty);
    }

    [Test]
    public void An_omitted_phase_is_passed_over_and_its_call_is_served_when_the_omit_goes()
    {
        var engine = Resting();
        Run(engine, 600, new EngineControls { PhaseOmit = 1 << 3 | 1 << 7 }, vehicles: 1 << 3);
        Assert.That(Greens(engine), Is.EqualTo("2 6"));
        Run(engine, 51, default);
        Assert.That(Greens(engine), Is.EqualTo("4 8"));
    }

    [Test]
    public void An_omitted_pedestrian_call_waits_while_its_vehicles_are_served()
    {
        var engine = Resting();
        var walks = 0;
        for (var tick = 0; tick < 400; tick++)
        {
            Run(engine, 1, new EngineControls { PedOmit = 1 << 3 }, vehicles: 1 << 3, buttons: 1 << 3);
            walks += engine.Phases[3].WalkStart is null ? 0 : 1;
        }

        Assert.That(walks, Is.Zero);
        Assert.That(engine.Phases[3].PedCall);
    }

    [Test]
    public void Stopped_time_stands_in_every_interval_and_goes_on_where_it_stood()
    {
        var engine = Resting();
        Run(engine, 10, default, vehicles: 1 << 3);
        var left = engine.Rings[0].YellowEnd - engine.Tick;
        Run(engine, 500, new EngineControls { StopTime = 3 });

        Assert.That(engine.Rings[0].YellowEnd - engine.Tick, Is.EqualTo(left));
        Run(engine, (int)left + 10, default);
        Assert.That(Greens(engine), Is.EqualTo("4 8"));
    }

    [TestCase(1, 300)]
    [TestCase(2, 450)]
    [TestCase(3, 600)]
    public void The_ring_chooses_the_maximum_green(int set, int expected)
    {
        var engine = Resting();
        foreach (var phase in engine.Phases)
        {
            engine.Retime(phase, row => row with { Max2 = 450, Max3 = 600 });
        }

        var orders = new EngineControls { Max2 = (byte)(set == 2 ? 3 : 0), Max3 = (byte)(set == 3 ? 3 : 0) };
        Run(engine, 2000, orders, vehicles: 0xFF);
        var (begun, phaseTwo) = (0L, engine.Phases[1]);
        while (!phaseTwo.Green || phaseTwo.GreenStart == begun || begun == 0)
        {
            begun = phaseTwo.Green && begun == 0 ? phaseTwo.GreenStart : begun;
            Run(engine, 1, orders, vehicles: 0xFF);
        }

        while (phaseTwo.Green)
        {
            Run(engine, 1, orders, vehicles: 0xFF);
        }

        Assert.That(engine.Tick - phaseTwo.GreenStart, Is.EqualTo(expected));
    }

    [Test]
    public void With_the_maximum_inhibited_a_green_lasts_as_long_as_its_vehicles()
    {
        var engine = Resting();
        Run(engine, 1500, new EngineControls { MaxInhibit = 3 }, vehicles: Phases2And6 | 1 << 3);
        Assert.That(Greens(engine), Is.EqualTo("2 6"));
    }

    [Test]
    public void Red_rest_ends_a_green_nobody_waits_for_and_red_revert_keeps_it_red_two_seconds()
    {
        var engine = Resting();
        var orders = new EngineControls { RedRest = 3 };
        Run(engine, 41, orders);
        Assert.That(Greens(engine), Is.Empty);
        Run(engine, 1, orders, vehicles: 1 << 1);
        var red = engine.Phases[1].RedSince;
        while (!engine.Phases[1].Green)
        {
            Run(engine, 1, orders);
        }

        Assert.That(engine.Tick - red, Is.EqualTo(20));
    }

    [Test]
    public void Red_clearance_can_be_omitted()
    {
        var engine = Resting();
        Run(engine, 41, new EngineControls { OmitRedClear = 3 }, vehicles: 1 << 3);
        Assert.That(Greens(engine), Is.EqualTo("4 8"));
    }

    [Test]
    public void Pedestrians_are_recycled_within_the_maximum_though_others_wait()
    {
        var engine = Resting();
        engine.Retime(engine.Phases[1], row => row with { MaxGreen = 600 });
        Run(engine, 700, default, vehicles: 1 << 3);
        var orders = new EngineControls { PedRecycle = 3 };
        var walks = new HashSet<long>();
        for (var tick = 0; tick < 1500; tick++)
        {
            Run(engine, 1, orders, vehicles: Phases2And6 | 1 << 3, buttons: 1 << 1);
            walks.Add(engine.Phases[1] is { WalkStart: { } start, Green: true } two ? start - two.GreenStart : -1);
        }

        Assert.That(walks, Does.Contain(0).And.Some.GreaterThan(0));
    }

    [Test]
    public void A_preempt_ends_greens_by_the_rules_dwells_and_exits()
    {
        var engine = Resting();
        Run(engine, 1, default, buttons: 1 << 5);
        var second = engine.Preempts[1];
        var orders = new EngineControls { Preempt = 2 };
        Run(engine, 5, orders);
        Assert.That((engine.StateOf(second), Greens(engine)), Is.EqualTo((PreemptState.EntryStarted, "6")), "ring 2 has pedestrians to clear");
        Run(engine, 250, orders);
        Assert.That((engine.StateOf(second), Greens(engine)), Is.EqualTo((PreemptState.Dwell, "4 8")));
        Run(engine, 600, orders, vehicles: Phases2And6);
        Assert.That((engine.StateOf(second), Greens(engine)), Is.EqualTo((PreemptState.Dwell, "4 8")), "as long as it lasts");
        Run(engine, 5, default);
        Assert.That((engine.StateOf(second), Greens(engine)), Is.EqualTo((PreemptState.ExitStarted, "")));
        Run(engine, 50, default);
        Assert.That((engine.StateOf(second), Greens(engine)), Is.EqualTo((PreemptState.NotActive, "2 6")));
    }

    [Test]
    public void Of_two_preempts_the_lower_number_is_served_first_and_the_other_waits()
    {
        var engine = Resting();
        Run(engine, 200, new EngineControls { Preempt = 2 });
        Run(engine, 200, new EngineControls { Preempt = 1 });

        Assert.That(Greens(engine), Is.EqualTo("2 6"));
        Assert.That(engine.StateOf(engine.Preempts[0]), Is.EqualTo(PreemptState.Dwell));
    }

    [Test]
    public void Flash_comes_through_all_red_and_ends_with_a_start_up()
    {
        var engine = Resting();
        Run(engine, 5, new EngineControls { Flash = true });
        Assert.That((engine.Flashing, Greens(engine)), Is.EqualTo((false, "")), "yellow first");
        Run(engine, 60, new EngineControls { Flash = true });
        Assert.That(engine.Flashing);
        Run(engine, 29, default);
        Assert.That((engine.Flashing, Greens(engine)), Is.EqualTo((false, "")));
        Run(engine, 3, default);
        Assert.That(Greens(engine), Is.EqualTo("2 6"));
    }

    [Test]
    public void Only_a_change_of_orders_is_a_discontinuity()
    {
        var engine = Resting();
        var flags = new List<bool>();
        foreach (var hold in (int[])[0, 2, 2, 0, 0])
        {
            engine.Step(default, new EngineControls { Hold = (ushort)hold });
            flags.Add(engine.Discontinuous);
        }

        Assert.That(flags, Is.EqualTo([false, true, false, true, false]));
    }

    [Test]
    public void Preempts_that_cannot_be_served_are_refused_with_the_reason()
    {
        Assert.That(
            () => new DualRingEngine([Plan()], [new PreemptPlan(1, [2, 8], [2, 6], 5)]),
            Throws.ArgumentException.With.Message.Contains("Preempt 1").And.Message.Contains("of one barrier group"));
    }

    private static EngineControls Other(EngineControls orders, Random random)
    {
        ushort Bits() => (ushort)(random.Next(2) == 0 ? 0 : 1 << random.Next(8) | 1 << random.Next(8));
        byte Rings() => (byte)(random.Next(2) == 0 ? 0 : random.Next(4));
        return random.Next(14) switch
        {
            0 => orders with { PhaseOmit = Bits() },
            1 => orders with { PedOmit = Bits() },
            2 => orders with { Hold = Bits() },
            3 => orders with { ForceOff = Bits() },
            4 => orders with { StopTime = Rings() },
            5 => orders with { RingForceOff = Rings() },
            6 => orders with { Max2 = Rings(), Max3 = Rings() },
            7 => orders with { MaxInhibit = Rings() },
            8 => orders with { PedRecycle = Rings() },
            9 => orders with { RedRest = Rings() },
            10 => orders with { OmitRedClear = Rings() },
            11 => orders with { Preempt = random.Next(3) },
            12 => orders with { Flash = random.Next(3) == 0 },
            _ => default,
        };
    }

    private static TimingPlan Plan(int number = 1, Recall recall = Recall.None) => new(
        number,
        [
            .. Enumerable.Range(1, 8).Select(phase => new PhaseTiming(
                phase, phase <= 4 ? 1 : 2, (phase - 1) % 4 < 2 ? 1 : 2, 5, 3, 30, 4, 1, phase % 2 == 0 ? 7 : 0, phase % 2 == 0 ? 11 : 0, recall)),
        ]);

    /// <summary>An engine that rests in green on phases 2 and 6.</summary>
    private static DualRingEngine Resting()
    {
        var engine = new DualRingEngine([Plan()]);
        Run(engine, 1000, default);
        return engine;
    }

    private static void Run(DualRingEngine engine, int ticks, EngineControls orders, int vehicles = 0, int buttons = 0)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            engine.Step(new CallInputs((ushort)vehicles, (ushort)buttons, 0), orders);
        }
    }

    private static string Greens(DualRingEngine engine) => string.Join(' ', engine.Phases.Where(phase => phase.Green).Select(phase => phase.Number));
}
