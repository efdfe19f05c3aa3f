using HilBench.Drivers.VehicleBus;
using HilBench.Emulators.Obu;
using HilBench.Links;
using HilBench.Tests.Links;
using HilBench.Tests.Wire.VehicleBus;
using HilBench.Wire.Slcan;
using HilBench.Wire.VehicleBus;

namespace HilBench.Tests.Emulators.Obu;

/// <summary>python-can's slcan interface against our adapter, and as the reader of what our host writes.</summary>
[Platform("Linux")]
[Category("Peer")]
internal sealed class SlcanPeerTests
{
    private const string Open = """
        import can, sys
        bus = can.interface.Bus(bustype='slcan', channel=sys.argv[1], bitrate=500000, sleep_after_open=0)

        """;

    private const string Exchange = Open + """
        print('version', bus.get_version(2), bus.get_serial_number(2), flush=True)
        bus.send(can.Message(arbitration_id=0x1AB, data=[1, 2, 3], is_extended_id=False))
        bus.send(can.Message(arbitration_id=0x18FEF100, data=[1, 2], is_extended_id=True))
        bus.send(can.Message(arbitration_id=0x7FF, dlc=4, is_remote_frame=True, is_extended_id=False))

        """ + Receive;

    private const string Receive = """
        print('ready', flush=True)
        while True:
            m = bus.recv(60)
            if m is None:
                break
            print('frame', format(m.arbitration_id, 'X'), m.is_extended_id, m.is_remote_frame, m.dlc, bytes(m.data).hex(), flush=True)

        """;

    [TestCase]
    [TestCase("slcan-plain-answer")]
    [TestCase("slcan-silent")]
    [TestCase("slcan-second-open-refused")]
    public void python_can_opens_our_adapter_sends_and_receives(params string[] personalities)
    {
        var python = PeerProcess.RequirePython("can", "python3-can");
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var line = PseudoTerminal.Open(loop, "obu1.can");
            var adapter = new SlcanAdapter(loop, line, [.. personalities]);
            var sent = new List<CanFrame>();
            adapter.Received = sent.Add;
            using var peer = PeerProcess.Start(python, "-c", Exchange, line.SlavePath);
            await Patience.UntilAsync(loop, () => sent.Count == 3 && peer.Lines.Contains("ready"), $"python-can sends three frames; it said: {string.Join(" / ", peer.Lines)}");

            Assert.That(sent, Is.EqualTo(new[]
            {
                new CanFrame(0x1AB, new byte[] { 1, 2, 3 }),
                new CanFrame(0x18FEF100, new byte[] { 1, 2 }, Extended: true),
                new CanFrame(0x7FF, new byte[4], Remote: true),
            }));
            Assert.That(peer.Lines, Does.Contain("version (10, 13) 4242"));
            Assert.That((adapter.IsOpen, adapter.BitRate), Is.EqualTo((true, 500_000)));
            adapter.Deliver(new CanFrame(0x123, new byte[] { 0xAA, 0xBB }));
            adapter.Deliver(new CanFrame(0x1FFFFFFF, new byte[8], Extended: true));
            adapter.Deliver(new CanFrame(0x321, new byte[2], Remote: true));
            await Patience.UntilAsync(loop, () => Frames(peer).Length == 3, "python-can receives three frames");
            Assert.That(Frames(peer)[..2], Is.EqualTo(["frame 123 False False 2 aabb", "frame 1FFFFFFF True False 8 0000000000000000"]));
            Assert.That(Frames(peer)[2], Does.StartWith("frame 321 False True 2"));
        });
    }

    [Test]
    public void python_can_understands_the_vehicle_bus_that_our_host_writes()
    {
        var python = PeerProcess.RequirePython("can", "python3-can");
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var line = PseudoTerminal.Open(loop, "obu1.can");
            var host = new SlcanHost(loop, line);
            using var peer = PeerProcess.Start(python, "-c", Open + Receive, line.SlavePath);
            await Patience.UntilAsync(loop, () => peer.Lines.Contains("ready"), $"python-can is ready; it said: {string.Join(" / ", peer.Lines)}");
            var frames = DbcFileTests.Default.Encode(new VehicleBusState { Brake = true, SpeedMetresPerSecond = 10, Gear = VehicleGear.Forward, Lights = VehicleLights.Hazard }).ToArray();
            foreach (var frame in frames)
            {
                host.Send(frame);
            }

            await Patience.UntilAsync(loop, () => Frames(peer).Length == frames.Length, "python-can receives each message of the bus");
            Assert.That(Frames(peer), Is.EqualTo(["frame 300 False False 4 01000000", "frame 310 False False 6 03e800000200", "frame 18FFA100 True False 2 1000"]));
        });
    }

    private static string[] Frames(PeerProcess peer) => [.. peer.Lines.Where(line => line.StartsWith("frame", StringComparison.Ordinal))];
}
