using HilBench.Drivers.VehicleBus;
using HilBench.Emulators.Obu;
using HilBench.Links;
using HilBench.Tests.Links;
using HilBench.Wire.Slcan;

namespace HilBench.Tests.Drivers;

internal sealed class SlcanHostTests
{
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [TestCase]
    [TestCase("slcan-plain-answer")]
    [TestCase("slcan-silent")]
    [TestCase("slcan-second-open-refused")]
    public void A_bus_is_opened_whatever_the_adapters_ways_and_frames_go_both_ways(params string[] personalities)
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        loop.Run(async () =>
        {
            var wire = new MemoryStreamWire(loop, "obu1.can", TimeSpan.FromMilliseconds(2), _ => 3);
            var adapter = new SlcanAdapter(loop, wire.B, [.. personalities]);
            var (sent, received) = (new List<CanFrame>(), new List<CanFrame>());
            adapter.Received = sent.Add;
            var host = new SlcanHost(loop, wire.A) { Received = (frame, _) => received.Add(frame) };
            await host.OpenAsync(250_000);
            host.Send(new CanFrame(0x123, new byte[] { 1 }));
            adapter.Deliver(new CanFrame(0x321, new byte[] { 2 }));
            await Task.Delay(TimeSpan.FromMilliseconds(20), loop.Time);

            Assert.That((adapter.IsOpen, adapter.BitRate), Is.EqualTo((true, 250_000)));
            Assert.That((host.Version, host.SerialNumber, host.Refused, host.Garbled), Is.EqualTo(("V1013", "N4242", 0L, 0L)));
            Assert.That(sent, Is.EqualTo([new CanFrame(0x123, new byte[] { 1 })]));
            Assert.That(received, Is.EqualTo([new CanFrame(0x321, new byte[] { 2 })]));
        });
    }

    [Test]
    public void An_adapter_that_does_not_answer_is_told_after_a_second()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        Assert.That(
            () => loop.Run(async () => await new SlcanHost(loop, new MemoryStreamWire(loop, "obu1.can", TimeSpan.Zero).A).OpenAsync()),
            Throws.TypeOf<LinkException>().With.Message.StartsWith("obu1.can.a: the CAN adapter does not answer C within 1 s."));
    }

    [Test]
    public void A_rate_that_SLCAN_does_not_number_is_refused_with_those_it_does()
    {
        Assert.That(() => SlcanBitRate.Command(400_000), Throws.ArgumentException.With.Message.Contains("10000, 20000, 50000"));
        Assert.That(SlcanBitRate.Command(500_000), Is.EqualTo("S6"));
    }

    [Test]
    [Platform("Linux")]
    public void Over_a_real_serial_line_the_bus_is_played_and_a_pulled_plug_is_told()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var device = PseudoTerminal.Open(loop, "device");
            await using var line = SerialLine.Open(loop, "obu1.can", new SerialLineSettings(device.SlavePath));
            var adapter = new SlcanAdapter(loop, device, []);
            var heard = 0;
            adapter.Received = _ => heard++;
            var host = new SlcanHost(loop, line);
            await host.OpenAsync();
            using var driver = new VehicleBusDriver(loop, SamplePlan.OnBoardUnit, host, Wire.VehicleBus.DbcFileTests.Default);
            driver.Report(new HilBench.Wire.VehicleBus.VehicleBusState { Brake = true, SpeedMetresPerSecond = 1 });
            await Patience.UntilAsync(loop, () => heard > 20, "frames arrive at the adapter");

            await device.DisposeAsync();
            await Patience.UntilAsync(loop, () => driver.Fault is not null, "the fault is told");
            Assert.That(driver.Fault, Does.Contain($"the serial line {device.SlavePath} is gone"));
            await Task.Delay(TimeSpan.FromMilliseconds(100), loop.Time);
        });
    }
}
