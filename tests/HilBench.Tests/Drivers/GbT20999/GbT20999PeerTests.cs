using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HilBench.Drivers.GbT20999;
using HilBench.Emulators.GbT20999;
using HilBench.Links;
using HilBench.Tests.Emulators.GbT20999;
using HilBench.Wire.GbT20999;

namespace HilBench.Tests.Drivers.GbT20999;

/// <summary>
/// The carrier is not ours: socat stands between the bench and the controller, as a serial server or a gateway does. There is no second
/// implementation of the protocol itself to be had; its frames are held by public ones.
/// </summary>
[Category("Peer")]
internal sealed class GbT20999PeerTests
{
    private const uint ControllerId = 0x0C48FC;
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);
    private static readonly GbT20999SessionSettings Settings = new("asc1", new GbParty(GbParty.Version102, 5, ControllerId, 1));

    [Test]
    public void Socat_carries_the_conversation_over_tcp()
    {
        Peers.Require("socat", "socat");
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var server = TcpServer.Open(loop, "asc1", AnyPort);
            var emulator = new GbT20999Emulator(loop, new GbT20999Settings(ControllerId, 1, []), new ScriptedProgram());
            server.Accepted = emulator.Serve;
            var relay = FreePort(SocketType.Stream);
            using var socat = Start($"TCP-LISTEN:{relay},bind=127.0.0.1,reuseaddr,fork", $"TCP:127.0.0.1:{server.Local.Port}");
            await using var port = await ConnectAsync(loop, relay);
            var session = new GbT20999Session(loop, Settings, port);
            await ConverseAsync(loop, socat, session, emulator);
        });
    }

    [Test]
    public void Socat_carries_the_conversation_over_udp()
    {
        Peers.Require("socat", "socat");
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var device = UdpPort.Open(loop, "asc1", AnyPort, null);
            var emulator = new GbT20999Emulator(loop, new GbT20999Settings(ControllerId, 1, []), new ScriptedProgram());
            emulator.Serve(device);
            var relay = FreePort(SocketType.Dgram);
            using var socat = Start($"UDP-RECVFROM:{relay},bind=127.0.0.1,fork", $"UDP:127.0.0.1:{device.Local.Port}");
            await using var port = UdpPort.Open(loop, "asc1.gbt20999", AnyPort, new IPEndPoint(IPAddress.Loopback, relay));
            await ConverseAsync(loop, socat, new GbT20999Session(loop, Settings with { Retries = 10 }, port), emulator: null);
        });
    }

    private static async Task ConverseAsync(EventLoop loop, Process socat, GbT20999Session session, GbT20999Emulator? emulator)
    {
        try
        {
            await ConverseAsync(loop, session, emulator);
        }
        finally
        {
            socat.Kill(entireProcessTree: true);
        }
    }

    private static async Task ConverseAsync(EventLoop loop, GbT20999Session session, GbT20999Emulator? emulator)
    {
        Assert.That(await session.QueryNumberAsync(GbObjects.PlanCount), Is.EqualTo(2));
        await session.SetAsync((GbObjects.OrderedStage, [2]));
        Assert.That(await session.QueryNumberAsync(GbObjects.CurrentStage.Of(1)), Is.EqualTo(2));
        for (var i = 0; i < (emulator is null ? 5 : 130); i++)
        {
            // Sequence numbers that need an escape are among them.
            await session.HeartbeatAsync();
        }

        if (emulator is not null)
        {
            var told = new TaskCompletionSource<GbReport>();
            session.Reported = told.SetResult;
            emulator.RaiseAlarm(0x60, 0x7E);
            Assert.That((await told.Task.WaitAsync(TimeSpan.FromSeconds(20), loop.Time)).Detail, Is.EqualTo(0x7E));
        }

        Assert.That(session.Deviations, Is.Empty);
    }

    private static async Task<TcpPort> ConnectAsync(EventLoop loop, int port)
    {
        var end = loop.Now + TimeSpan.FromSeconds(20);
        while (true)
        {
            try
            {
                return await TcpPort.ConnectAsync(loop, "asc1.gbt20999", new IPEndPoint(IPAddress.Loopback, port), TimeSpan.FromSeconds(5));
            }
            catch (LinkException) when (loop.Now < end)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
            }
        }
    }

    private static Process Start(string listen, string target) =>
        Process.Start(new ProcessStartInfo("socat", ["-T", "5", listen, target]) { UseShellExecute = false })!;

    private static int FreePort(SocketType type)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, type, type == SocketType.Stream ? ProtocolType.Tcp : ProtocolType.Udp);
        socket.Bind(AnyPort);
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
