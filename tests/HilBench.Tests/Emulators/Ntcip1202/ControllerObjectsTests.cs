using HilBench.Emulators.Ntcip1202;
using HilBench.Wire.Snmp;
using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Emulators.Ntcip1202;

internal sealed class ControllerObjectsTests
{
    private const int Phase2 = 0x02, Phase4 = 0x08, Phases2And6 = 0x22, Phases4And8 = 0x88;

    [Test]
    public void A_hold_keeps_lamps_and_feed_green_until_it_is_taken_away()
    {
        using var bench = new ControllerBench();
        bench.Run(10);
        Assert.That(bench.Set("1.5.1.4.1", Phases2And6), Is.EqualTo(SnmpError.NoError));
        bench.Detect(Phase4);
        bench.Run(60);

        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases2And6));
        Assert.That(bench.Feed[^1].PhaseGreens, Is.EqualTo(Phases2And6));
        Assert.That(bench.Feed[^1].Blocks[1].VehMax, Is.EqualTo(TscbmBlock.Unknown));
        bench.Set("1.5.1.4.1", 0);
        bench.Run(5.3);
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases4And8));
        Assert.That(bench.Feed[^1].PhaseGreens, Is.EqualTo(Phases4And8));
    }

    [Test]
    public void A_force_off_ends_a_green_that_vehicles_hold_and_clears_its_bit_then()
    {
        using var bench = new ControllerBench();
        bench.Detect(Phases2And6 | Phase4);
        bench.Run(9);
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases2And6));
        bench.Set("1.5.1.5.1", Phases2And6);
        Assert.That(bench.Number("1.5.1.5.1"), Is.EqualTo(Phases2And6));
        bench.Run(0.3);

        Assert.That(bench.Lamps.Yellows, Is.EqualTo(Phases2And6));
        Assert.That(bench.Number("1.5.1.5.1"), Is.Zero);
        Assert.That(bench.Number("7.6.1.1.1"), Is.EqualTo(4 | 0x20), "ring 1 in yellow change, terminated by force-off");
        Assert.That(bench.Number("1.4.1.11.1"), Is.EqualTo(Phases4And8), "phase next");
    }

    [Test]
    public void The_feed_flags_the_datagram_with_which_an_order_breaks_what_was_published()
    {
        using var bench = new ControllerBench();
        bench.Run(10);
        bench.Set("1.5.1.4.1", Phase2);
        var before = bench.Feed.Count;
        bench.Run(2);

        Assert.That(bench.Feed.Take(before).Select(message => message.DiscontinuousChange), Is.All.Zero);
        Assert.That(bench.Feed.Skip(before).Select(message => (int)message.DiscontinuousChange).Sum(), Is.EqualTo(1));
    }

    [Test]
    public void Calls_detector_actuations_and_omits_rule_which_phase_comes()
    {
        using var bench = new ControllerBench();
        bench.Run(10);
        bench.Set("1.5.1.2.1", Phase4);
        bench.Set("1.5.1.6.1", Phase4);
        bench.Run(20);
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases2And6), "phase 4 is omitted");
        Assert.That(bench.Number("1.4.1.8.1"), Is.EqualTo(Phase4), "its call waits");
        bench.Set("1.5.1.2.1", 0);
        bench.Set("1.5.1.6.1", 0);
        bench.Run(6);
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases4And8));
        bench.Set("2.12.1.2.1", Phase2);
        bench.Set("2.13.1.2.1", Phase2);
        bench.Run(0.2);
        Assert.That(bench.Number("2.4.1.2.1"), Is.EqualTo(Phase2));
        Assert.That(bench.Number("2.9.1.2.1"), Is.EqualTo(Phase2));
        bench.Set("2.12.1.2.1", 0);
        bench.Set("2.13.1.2.1", 0);
        bench.Run(12);
        Assert.That(bench.Lamps.Walks, Is.EqualTo(Phase2), "the pedestrian call was locked");
    }

    [Test]
    public void A_detector_that_came_and_went_between_two_ticks_still_calls()
    {
        using var bench = new ControllerBench();
        bench.Run(10.05);
        bench.Set("2.12.1.2.1", Phase4);
        bench.Set("2.12.1.2.1", 0);
        bench.Run(6);

        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases4And8));
    }

    [Test]
    public void A_preempt_runs_through_its_states_and_shows_in_the_feed()
    {
        using var bench = new ControllerBench();
        bench.Run(10);
        Assert.That(bench.Number("6.2.1.16.2"), Is.EqualTo(2));
        bench.Set("6.3.1.2.2", 1);
        bench.Run(1);
        Assert.That(bench.Number("6.2.1.16.2"), Is.EqualTo(4));
        bench.Run(6);
        Assert.That(bench.Number("6.2.1.16.2"), Is.EqualTo(6));
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases4And8));
        Assert.That(bench.Feed[^1].IntersectionStatus, Is.EqualTo(TscbmStatus.Preempt));
        Assert.That(bench.Number("3.9.0"), Is.EqualTo(1), "short alarm: preempt");
        bench.Run(30);
        bench.Set("6.3.1.2.2", 0);
        bench.Run(1);
        Assert.That(bench.Number("6.2.1.16.2"), Is.EqualTo(8));
        bench.Run(10);
        Assert.That(bench.Number("6.2.1.16.2"), Is.EqualTo(2));
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases2And6));
    }

    [Test]
    public void Patterns_select_plans_an_unknown_one_runs_free_and_255_flashes()
    {
        using var bench = new ControllerBench();
        bench.Run(10);
        bench.Set("4.14.0", 2);
        bench.Run(1);
        Assert.That((bench.Number("4.10.0"), bench.Number("4.11.0"), bench.Number("3.5.0")), Is.EqualTo((2, 2, 2)));
        Assert.That(bench.Feed[^1].ActionPlan, Is.EqualTo(2));
        bench.Set("4.14.0", 77);
        bench.Run(1);
        Assert.That((bench.Number("4.10.0"), bench.Number("4.11.0")), Is.EqualTo((254, 7)));
        bench.Set("4.14.0", 254);
        bench.Run(1);
        Assert.That((bench.Number("4.10.0"), bench.Number("4.11.0")), Is.EqualTo((254, 3)));
        bench.Set("4.14.0", 255);
        bench.Run(20);
        Assert.That((bench.Number("4.10.0"), bench.Number("3.6.0")), Is.EqualTo((255, 3)));
        Assert.That(bench.Feed[^1].FlashingPhases, Is.EqualTo(0xFF));
        Assert.That(bench.Feed[^1].IntersectionStatus, Is.EqualTo(TscbmStatus.ProgrammedFlash));
        Assert.That(bench.Feed[^1].Blocks[1].VehMin, Is.EqualTo(TscbmBlock.Unknown));
        bench.Set("4.14.0", 0);
        bench.Run(4);
        Assert.That((bench.Number("3.6.0"), bench.Number("3.5.0")), Is.EqualTo((2, 3)));
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases2And6));
    }

    [Test]
    public void Ring_orders_stop_time_and_show_in_status_and_alarms()
    {
        using var bench = new ControllerBench();
        bench.Run(10);
        bench.Set("7.5.1.2.1", 3);
        bench.Run(1);

        Assert.That(bench.Feed[^1].IntersectionStatus, Is.EqualTo(TscbmStatus.StopTime));
        Assert.That((bench.Number("3.7.0"), bench.Number("3.9.0")), Is.EqualTo((0x10, 0x80)));
        bench.Set("7.5.1.2.1", 0);
        bench.Set("7.5.1.7.1", 3);
        bench.Run(10);
        Assert.That(bench.Lamps.Greens, Is.Zero, "red rest");
        Assert.That(bench.Number("7.6.1.1.2") & 7, Is.EqualTo(6));
    }

    [Test]
    public void External_minimum_recall_calls_all_phases_and_reserved_bits_are_refused()
    {
        using var bench = new ControllerBench();
        bench.Run(10);
        Assert.That(bench.Set("3.10.0", 1), Is.EqualTo(SnmpError.WrongValue));
        Assert.That(bench.Set("3.10.0", 4), Is.EqualTo(SnmpError.NoError));
        bench.Run(0.2);
        Assert.That(bench.Number("1.4.1.8.1"), Is.EqualTo(0xFF));
    }

    [Test]
    public void Without_assignments_for_the_backup_time_all_orders_are_taken_back()
    {
        using var bench = new ControllerBench(new Ntcip1202Settings { BackupSeconds = 30 });
        bench.Run(10);
        Assert.That(bench.Number("3.5.0"), Is.EqualTo(3), "before the first order there is nothing to time");
        bench.Run(60);
        Assert.That(bench.Number("3.5.0"), Is.EqualTo(3));
        (string Object, int Value)[] orders =
        [
            ("1.5.1.2.1", 1), ("1.5.1.3.1", 2), ("1.5.1.4.1", 2), ("1.5.1.5.1", 1), ("1.5.1.6.1", 4), ("1.5.1.7.1", 8), ("4.14.0", 2), ("4.15.0", 7),
            ("6.3.1.2.1", 1), ("7.5.1.2.1", 1), ("7.5.1.9.1", 1), ("3.10.0", 4), ("3.14.1.3.1", 1), ("2.12.1.2.1", 1), ("2.13.1.2.1", 2),
        ];
        foreach (var (name, value) in orders)
        {
            Assert.That(bench.Set(name, value), Is.EqualTo(SnmpError.NoError), name);
            Assert.That(bench.Number(name), Is.EqualTo(value), name);
            bench.Run(2.5);
        }

        Assert.That(bench.Number("3.5.0"), Is.EqualTo(2), "each order starts the timer again");
        bench.Run(27);
        Assert.That(bench.Number("3.5.0"), Is.EqualTo(2));
        bench.Run(1);
        Assert.That(bench.Number("3.5.0"), Is.EqualTo(4));
        foreach (var (name, _) in orders)
        {
            Assert.That(bench.Number(name), Is.EqualTo(name == "4.15.0" ? 255 : 0), name);
        }

        bench.Set("4.14.0", 1);
        Assert.That(bench.Number("3.5.0"), Is.EqualTo(2));
    }

    [Test]
    public void A_backup_time_of_zero_never_ends()
    {
        using var bench = new ControllerBench();
        bench.Set("3.3.0", 0);
        bench.Set("1.5.1.4.1", 2);
        bench.Run(3600);

        Assert.That(bench.Number("1.5.1.4.1"), Is.EqualTo(2));
    }

    [Test]
    public void Timing_is_read_in_the_tables_units_and_changes_from_the_next_green()
    {
        using var bench = new ControllerBench();
        bench.Run(10);
        Assert.That(
            Enumerable.Range(2, 9).Select(column => bench.Number($"1.2.1.{column}.2")), Is.EqualTo([7, 11, 5, 30, 30, 30, 40, 10, 20]));
        Assert.That(bench.Set("1.2.1.8.4", 50), Is.EqualTo(SnmpError.NoError));
        Assert.That(bench.Set("1.2.1.4.4", 12), Is.EqualTo(SnmpError.NoError));
        bench.Detect(Phase4);
        bench.Run(5.2);
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases4And8));
        bench.Detect(Phase2);
        bench.Run(11.8);
        Assert.That(bench.Lamps.Greens, Is.EqualTo(Phases4And8), "12 s of minimum green");
        bench.Run(0.4 + 4.5);
        Assert.That(bench.Lamps.Yellows, Is.EqualTo(Phase4), "5 s of yellow, and 4 s for phase 8");
    }

    [Test]
    public void Recalls_are_bits_of_the_phase_options()
    {
        using var bench = new ControllerBench();
        Assert.That(bench.Number("1.2.1.21.2"), Is.EqualTo(0x401), "enabled, dual entry");
        Assert.That(bench.Number("1.2.1.21.1"), Is.EqualTo(0x001));
        Assert.That(bench.Set("1.2.1.21.4", 0x441), Is.EqualTo(SnmpError.NoError));
        Assert.That(bench.Number("1.2.1.21.4"), Is.EqualTo(0x441));
        Assert.That(bench.Set("1.2.1.21.4", 0x4C1), Is.EqualTo(SnmpError.WrongValue), "two recalls");
        Assert.That(bench.Set("1.2.1.21.4", 0x440), Is.EqualTo(SnmpError.WrongValue), "disabled");
    }

    [Test]
    public void Structure_is_read_and_cannot_be_changed()
    {
        using var bench = new ControllerBench();
        Assert.That(bench.Objects.Get(ControllerBench.Id("7.3.1.3.1.2")), Is.EqualTo(SnmpValue.OctetString([5, 6, 7, 8])));
        Assert.That(bench.Objects.Get(ControllerBench.Id("1.2.1.23.1")), Is.EqualTo(SnmpValue.OctetString([5, 6])));
        Assert.That(bench.Set("7.3.1.3.1.2", SnmpValue.OctetString([6, 5, 7, 8])), Is.EqualTo(SnmpError.WrongValue));
        Assert.That(bench.Set("1.2.1.22.1", 2), Is.EqualTo(SnmpError.WrongValue));
        Assert.That(bench.Set("1.2.1.22.1", 1), Is.EqualTo(SnmpError.NoError));
        Assert.That(bench.Set("1.4.1.4.1", 1), Is.EqualTo(SnmpError.NotWritable));
        Assert.That(bench.Set("1.5.1.4.9", 1), Is.EqualTo(SnmpError.NoCreation));
        Assert.That(bench.Set("1.5.1.4.1", 256), Is.EqualTo(SnmpError.WrongValue));
        Assert.That(bench.Set("1.5.1.4.1", SnmpValue.Text("2")), Is.EqualTo(SnmpError.WrongType));
    }

    [Test]
    public void Channels_show_what_their_phases_show()
    {
        using var bench = new ControllerBench();
        bench.Detect(0, Phase2);
        bench.Run(5);
        var sources = Enumerable.Range(1, 12).Select(channel => (bench.Number($"8.2.1.2.{channel}"), bench.Number($"8.2.1.3.{channel}"))).ToArray();

        Assert.That(sources[1], Is.EqualTo((2, 2)));
        Assert.That(sources[8], Is.EqualTo((2, 3)), "after eight vehicle channels the pedestrians of phase 2");
        Assert.That(bench.Number("8.4.1.4.1"), Is.EqualTo(Phases2And6));
        Assert.That(bench.Number("8.4.1.4.2"), Is.EqualTo(1), "walk of phase 2");
        Assert.That(bench.Number("8.4.1.2.2"), Is.EqualTo(0xE), "don't walk of phases 4, 6, 8");
    }

    [Test]
    public void Volume_and_occupancy_are_those_of_the_last_whole_period()
    {
        using var bench = new ControllerBench();
        bench.Set("2.5.2.0", 10);
        for (var i = 0; i < 4; i++)
        {
            bench.Detect(Phase2);
            bench.Run(0.5);
            bench.Detect(0);
            bench.Run(2);
        }

        bench.Run(1);
        Assert.That((bench.Number("2.5.1.0"), bench.Number("2.5.4.1.1.2"), bench.Number("2.5.4.1.2.2")), Is.EqualTo((1, 4, 40)));
        Assert.That(bench.Number("2.5.7.0"), Is.EqualTo(10));
        Assert.That(bench.Objects.Get(ControllerBench.Id("2.5.6.0")).Syntax, Is.EqualTo(SnmpSyntax.Counter32));
        bench.Run(10);
        Assert.That((bench.Number("2.5.1.0"), bench.Number("2.5.4.1.1.2"), bench.Number("2.5.4.1.2.2")), Is.EqualTo((2, 0, 0)));
    }

    [Test]
    public void The_clock_can_be_set_and_the_feed_follows_it()
    {
        using var bench = new ControllerBench();
        const string time = "1.3.6.1.4.1.1206.4.2.6.3.1.0";
        Assert.That(bench.Number(time), Is.EqualTo(ControllerBench.Start.ToUtc().ToUnixTimeSeconds()));
        bench.Set(time, 86_400 + 3600);
        bench.Set("1.3.6.1.4.1.1206.4.2.6.3.5.0", -18_000);
        bench.Run(61);

        Assert.That(bench.Number(time), Is.EqualTo(86_400 + 3600 + 61));
        Assert.That(bench.Number("1.3.6.1.4.1.1206.4.2.6.3.6.0"), Is.EqualTo(86_400 + 3600 + 61 - 18_000));
        Assert.That(bench.Feed[^1].Timestamp.AsHourMinuteSecond, Is.EqualTo(new TimeSpan(1, 1, 1)).Within(TimeSpan.FromMilliseconds(150)));
        Assert.That(bench.Number("16.6.0"), Is.EqualTo(610));
    }

    [Test]
    public void Red_revert_of_the_unit_is_the_least_of_all_phases()
    {
        using var bench = new ControllerBench();
        bench.Set("3.4.0", 60);
        bench.Set("1.2.1.10.2", 30);
        bench.Set("7.5.1.7.1", 3);
        bench.Run(12);
        Assert.That(bench.Lamps.Greens, Is.Zero);
        bench.Run(20);
        bench.Detect(Phase2);
        bench.Run(0.5);
        bench.Detect(0);
        var red = 0;
        while (bench.Lamps.Greens != 0 || bench.Lamps.Yellows != 0)
        {
            bench.Run(0.1);
        }

        bench.Detect(Phase2);
        while (bench.Lamps.Greens == 0)
        {
            bench.Run(0.1);
            red++;
        }

        Assert.That(red, Is.InRange(58, 61));
        Assert.That(bench.Number("1.2.1.10.2"), Is.EqualTo(30));
    }

    [Test]
    public void All_instances_come_in_order_and_can_be_read()
    {
        using var bench = new ControllerBench();
        var (count, last) = (0, bench.Objects.Root);
        while (bench.Objects.Next(last) is { } next)
        {
            Assert.That(next, Is.GreaterThan(last));
            Assert.That(bench.Objects.Get(next).IsException, Is.False);
            (count, last) = (count + 1, next);
        }

        Assert.That(count, Is.GreaterThan(350));
    }

    [Test]
    public void Identity_is_in_the_module_table()
    {
        using var bench = new ControllerBench(new Ntcip1202Settings { Make = "Acme", Model = "C-1", Version = "7.2" });
        Assert.That(
            Enumerable.Range(3, 3).Select(column => bench.Objects.Get(ControllerBench.Id($"1.3.6.1.4.1.1206.4.2.6.1.3.1.{column}.1"))),
            Is.EqualTo([SnmpValue.Text("Acme"), SnmpValue.Text("C-1"), SnmpValue.Text("7.2")]));
        Assert.That(bench.Number("1.3.6.1.4.1.1206.4.2.6.2.1.0"), Is.EqualTo(1));
        Assert.That(bench.Set("1.3.6.1.4.1.1206.4.2.6.2.1.0", 2), Is.EqualTo(SnmpError.WrongValue), "no transactions: assignments take effect at once");
    }
}
