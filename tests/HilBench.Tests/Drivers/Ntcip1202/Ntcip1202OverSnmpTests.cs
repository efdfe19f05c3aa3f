using System.Collections.Immutable;
using System.Net;
using HilBench.Drivers.Ntcip1202;
using HilBench.Drivers.Snmp;
using HilBench.Emulators.Ntcip1202;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Tests.Emulators.Ntcip1202;
using HilBench.Wire;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Drivers.Ntcip1202;

/// <summary>The driver with the emulated controller's agent, in messages.</summary>
internal sealed class Ntcip1202OverSnmpTests
{
    private const ushort Phase4 = 0x08, Phases2And6 = 0x22, Phases4And8 = 0x88;

    private static readonly SignalControllerPlan Plan = new()
    {
        Name = "asc1",
        Hosting = DeviceHosting.Real,
        Dut = false,
        Defects = [],
        Address = new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty),
    };

    private static readonly Secret Community = new("public");

    [TestCase(SnmpVersion.V1, 0)]
    [TestCase(SnmpVersion.V1, 4)]
    [TestCase(SnmpVersion.V2c, 0)]
    public void On_a_memory_wire_orders_reach_the_lamps_and_the_configuration_is_read_whole(SnmpVersion version, int agentTakes)
    {
        using var bench = new ControllerBench(
            new Ntcip1202Settings { Personalities = ["ntcip-1202-v02", "spat-enable-instance-1"] },
            new SnmpAgentSettings { ReadCommunity = Community, WriteCommunity = Community, MaxBindings = agentTakes });
        var session = new SnmpSession(bench.Loop, Session(version), bench.Snmp);
        var driver = new Ntcip1202Driver(
            bench.Loop, Plan, session, new Ntcip1202DriverSettings { Feed = SpatFeed.SpatWithPedestrians, MaxBindings = agentTakes == 0 ? 10 : agentTakes });
        ImmutableArray<ConfigurationItem> read = [];
        bench.Loop.Run(async () =>
        {
            await driver.ConnectAsync(CancellationToken.None);
            await driver.OrderAsync(new SignalOrders { Hold = Phases2And6, Pattern = 2, PhaseOmit = 1, PedOmit = 2, StopTime = 0, Preempts = 0 }, CancellationToken.None);
            await driver.ApplyAsync(new DetectorInputs(0, Phase4, Phase4, 0), CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(30), bench.Loop.Time);
            read = await driver.ReadConfigurationAsync(CancellationToken.None);
        });

        Assert.That(driver.Fault, Is.Null);
        Assert.That((driver.Lamps!.Greens, bench.Lamps.Greens, driver.ActuatesDetectors), Is.EqualTo((Phases2And6, Phases2And6, false)));
        Assert.That(bench.Feed[^1].PedCalls, Is.EqualTo(Phase4));
        Assert.That(read, Has.Length.GreaterThan(180));
    }

    [Test]
    public void Over_UDP_a_wrong_community_is_silence_and_the_right_one_moves_the_lamps()
    {
        using var controller = new HostedController();
        var outcome = controller.CallAsync(async loop =>
        {
            await using var port = UdpPort.Open(loop, "asc1", new IPEndPoint(IPAddress.Loopback, 0), controller.Local);
            var stranger = new Ntcip1202Driver(
                loop, Plan, new SnmpSession(loop, Session(SnmpVersion.V1) with { ReadCommunity = new Secret("guess"), Timeout = TimeSpan.FromMilliseconds(300), Retries = 0 }, port), new Ntcip1202DriverSettings());
            var refusal = await RefusalAsync(stranger.ConnectAsync(CancellationToken.None));
            var session = new SnmpSession(loop, Session(SnmpVersion.V1) with { WriteCommunity = new Secret("orders") }, port);
            await using var driver = new Ntcip1202Driver(loop, Plan, session, new Ntcip1202DriverSettings());
            await driver.ConnectAsync(CancellationToken.None);
            await driver.OrderAsync(new SignalOrders { Preempts = 2 }, CancellationToken.None);
            for (var i = 0; i < 400 && driver.Lamps?.Greens != Phases4And8; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
            }

            return (refusal, driver.Lamps?.Greens, driver.Fault);
        });

        Assert.That(outcome.refusal, Does.StartWith("asc1").And.Contain("communit"));
        Assert.That((outcome.Greens, outcome.Fault), Is.EqualTo(((ushort?)Phases4And8, (string?)null)));
    }

    private static SnmpSessionSettings Session(SnmpVersion version) => new() { Agent = "asc1", Version = version, ReadCommunity = Community };

    private static async Task<string?> RefusalAsync(Task connecting)
    {
        try
        {
            await connecting;
            return null;
        }
        catch (RigException exception)
        {
            return exception.Message;
        }
    }
}
