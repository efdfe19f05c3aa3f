using System.Net;
using HilBench.Links;
using HilBench.Tests.Observing;
using HilBench.Tests.Wire.GeoNetworking;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Tests.Links;

/// <summary>The carriers of the air stand-ins, on a pair of network interfaces; dumpcap and tshark, or Python's own packet sockets, are on the other.</summary>
[Category("Peer")]
[Category("Root")]
[NonParallelizable]
internal sealed class AirCarrierPeerTests
{
    private const string SendWithPython = """
        import socket, sys
        s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
        s.bind((sys.argv[1], 0))
        for frame in sys.argv[2:]:
            s.send(bytes.fromhex(frame))
        """;

    private VethPair? _pair;
    private string _folder = string.Empty;

    private VethPair Pair => _pair!;

    [SetUp]
    public void LayPair()
    {
        Peers.Require("dumpcap", "tshark");
        Peers.Require("tshark", "tshark");
        _pair = new VethPair();
        _folder = Directory.CreateTempSubdirectory("hilbench-air-").FullName;
    }

    [TearDown]
    public void TakePair()
    {
        _pair?.Dispose();
        if (_folder.Length > 0)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Test]
    public void Tshark_dissects_what_leaves_on_raw_Ethernet_of_both_EtherTypes()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var port = EthernetPort.Open(loop, "rsu1.air", Pair.Here, 0x88DC, 0x8947);
            using var peer = await Listening.BeginAsync(Pair, Path.Combine(_folder, "air.pcapng"), 2, "ether proto 0x88dc or ether proto 0x8947");
            var before = loop.Now;
            Stamp[] stamps = [port.Send(WsmpFrame()), port.Send(CamFrame())];

            Assert.That(
                await peer.ReadAsync("eth.type", "wsmp.psid", "geonw.bh.nh", "its.messageID"),
                Is.EqualTo(["0x88dc,0x00000020,,", "0x8947,,1,2"]));
            Assert.That(stamps.Select(stamp => stamp.Source), Is.All.EqualTo(StampSource.Kernel));
            Assert.That(stamps[0].At, Is.GreaterThanOrEqualTo(before));
            Assert.That(stamps[1].At, Is.GreaterThan(stamps[0].At).And.LessThanOrEqualTo(loop.Now));
        });
    }

    [Test]
    public void Frames_that_Python_sends_arrive_whole_with_kernel_stamps_and_those_of_other_EtherTypes_and_our_own_do_not()
    {
        Peers.Require("python3", "python3");
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var port = EthernetPort.Open(loop, "rsu1.air", Pair.Here, 0x88DC, 0x8947);
            var arrived = new List<Datagram>();
            port.Received = arrived.Add;
            port.Send(WsmpFrame());
            byte[][] frames = [WsmpFrame(), OtherFrame(), CamFrame()];
            await Task.Run(() => Peers.Run("ip", [.. Pair.Inside, "python3", "-c", SendWithPython, Pair.There, .. frames.Select(Convert.ToHexString)]));
            for (var i = 0; i < 500 && arrived.Count < 2; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
            }

            Assert.That(arrived.Select(frame => frame.Bytes.ToArray()), Is.EqualTo((byte[][])[frames[0], frames[2]]));
            Assert.That(arrived.Select(frame => frame.At.Source), Is.All.EqualTo(StampSource.Kernel));
            Assert.That(port.Dropped, Is.Zero);
        });
    }

    [Test]
    public void Tshark_dissects_the_frames_in_multicast_datagrams_of_both_EtherTypes()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var port = MulticastPort.Open(loop, "obu1.air", IPAddress.Parse("192.0.2.1"));
            var file = Path.Combine(_folder, "multicast.pcap");
            using var peer = await Listening.BeginAsync(Pair, file, 2, "udp port 8947");
            port.Send(WsmpFrame());
            port.Send(CamFrame());

            Assert.That(await peer.ReadAsync("ip.dst", "udp.dstport", "ip.ttl"), Is.EqualTo(Enumerable.Repeat("239.118.122.97,8947,1", 2)));

            // The datagrams without their Ethernet, IP and UDP headers are Ethernet frames again.
            var frames = Path.Combine(_folder, "frames.pcap");
            Peers.Run("editcap", "-C", "42", "-L", file, frames);
            Assert.That(
                Peers.Run("tshark", "-r", frames, "-T", "fields", "-E", "separator=,", "-e", "eth.type", "-e", "wsmp.psid", "-e", "its.messageID").Split('\n', StringSplitOptions.RemoveEmptyEntries),
                Is.EqualTo(["0x88dc,0x00000020,", "0x8947,,2"]));
        });
    }

    [Test]
    public void An_interface_that_is_down_loses_frames_but_not_the_run()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var port = EthernetPort.Open(loop, "rsu1.air", Pair.Here, 0x88DC);
            Peers.Run("ip", "link", "set", Pair.Here, "down");
            port.Send(WsmpFrame());
            Assert.That(port.Unreachable, Is.Positive);

            Peers.Run("ip", "link", "set", Pair.Here, "up");
            using var peer = await Listening.BeginAsync(Pair, Path.Combine(_folder, "again.pcapng"), 1, "ether proto 0x88dc");
            Assert.That(port.Send(WsmpFrame()).Source, Is.EqualTo(StampSource.Kernel));
            Assert.That(await peer.ReadAsync("wsmp.psid"), Is.EqualTo(["0x00000020"]));
        });
    }

    private static byte[] WsmpFrame() => SampleCapture.AirFrame(0x20, [0, 20, 3, 4]);

    private static byte[] OtherFrame() => Frame(0x88B5, new byte[50]);

    private static byte[] CamFrame() => Frame(GeoNetworkingPacket.EtherType, GeoNetworkingPacket.SingleHop(EtsiSamples.Source, BtpPortValues.Cam, EtsiSamples.Messages[0].Octets).Encode());

    private static byte[] Frame(ushort etherType, byte[] payload) => new EthernetFrame
    {
        Destination = EthernetFrame.Broadcast,
        Source = new byte[] { 2, 0, 0, 0, 0, 7 },
        EtherType = etherType,
        Payload = payload,
    }.Encode();
}
