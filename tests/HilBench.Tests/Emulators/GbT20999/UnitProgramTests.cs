using HilBench.Emulators;
using HilBench.Emulators.GbT20999;
using HilBench.Links;
using HilBench.Wire.CabinetIo;

namespace HilBench.Tests.Emulators.GbT20999;

internal sealed class UnitProgramTests
{
    private static readonly int[] Order = [1, 8, 4, 5, 2, 7, 3, 6];
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public void Stages_are_one_phase_of_each_ring_of_a_barrier_group() => Run((program, _, _) =>
    {
        Assert.That(program.Stages.Select(stage => string.Join('+', stage)), Is.EqualTo(["1+5", "1+6", "2+5", "2+6", "3+7", "3+8", "4+7", "4+8"]));
        return Task.CompletedTask;
    });

    [Test]
    public void Every_stage_can_be_ordered_is_shown_by_the_lamps_and_keeps_its_change_intervals() => Run(async (program, lamps, loop) =>
    {
        foreach (var stage in Order)
        {
            program.Orders = new SignalOrders(stage, 0, false, false);
            await Task.Delay(TimeSpan.FromSeconds(60), loop.Time);
            var greens = (ushort)program.Stages[stage - 1].Aggregate(0, (bits, phase) => bits | (1 << (phase - 1)));
            Assert.That((lamps[^1].Greens, program.Running.Stage, program.Running.Changing), Is.EqualTo((greens, stage, false)));
            Assert.That(program.Running.Elapsed, Is.GreaterThan(TimeSpan.FromSeconds(20)));
        }

        for (var index = 1; index < lamps.Count; index++)
        {
            var ended = lamps[index - 1].Greens & ~lamps[index].Greens;
            Assert.That(ended & ~lamps[index].Yellows, Is.Zero, "a green went without yellow");
        }
    });

    [Test]
    public void Flash_all_red_and_plans_are_ordered_and_given_back() => Run(async (program, lamps, loop) =>
    {
        program.Orders = new SignalOrders(0, 3, false, false);
        await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        Assert.That(program.Plan, Is.EqualTo(3));
        program.Orders = new SignalOrders(0, 0, Flash: true, false);
        await Task.Delay(TimeSpan.FromSeconds(60), loop.Time);
        Assert.That((program.Flashing, program.Running.Stage), Is.EqualTo((true, 0)));
        program.Orders = new SignalOrders(0, 0, false, AllRed: true);
        await Task.Delay(TimeSpan.FromSeconds(60), loop.Time);
        Assert.That((program.Flashing, lamps[^1].Greens, lamps[^1].Yellows, lamps[^1].Reds), Is.EqualTo((false, (ushort)0, (ushort)0, (ushort)0xFF)));
        program.Orders = default;
        await Task.Delay(TimeSpan.FromSeconds(60), loop.Time);
        Assert.That(lamps[^1].Greens | lamps[^1].Yellows, Is.Not.Zero, "the program goes on");
        Assert.That(program.Plan, Is.EqualTo(1));
    });

    private static void Run(Func<ISignalProgram, List<LampStates>, EventLoop, Task> body)
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var feed = new MemoryWire(loop, "asc1.spat", TimeSpan.Zero);
        var monitor = new MemoryWire(loop, "asc1.lamps", TimeSpan.Zero);
        var rack = new MemoryWire(loop, "asc1.detectors", TimeSpan.Zero);
        var lamps = new List<LampStates>();
        monitor.B.Received = datagram =>
        {
            Assert.That(LampStates.TryParse(datagram.Bytes.Span, out var states, out _), Is.True);
            lamps.Add(states!);
        };
        var controller = new SignalControllerEmulator(loop, new SignalControllerSettings([Plan(1), Plan(3)], []), feed.A, monitor.A, rack.B);
        loop.Run(async () =>
        {
            using var power = controller.Start(loop.Now);
            await body(controller.Program, lamps, loop);
        });
    }

    private static TimingPlan Plan(int number) => new(
        number,
        [.. Enumerable.Range(1, 8).Select(phase => new PhaseTiming(
            phase, phase <= 4 ? 1 : 2, phase % 4 is 1 or 2 ? 1 : 2, 5, 2, 20, 4, 2, phase % 2 == 0 ? 5 : 0, phase % 2 == 0 ? 8 : 0, phase % 4 == 2 ? Recall.Min : Recall.None))]);
}
