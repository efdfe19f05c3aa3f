using System.Collections.Immutable;
using System.Text;
using HilBench.Drivers.OpenV2X;
using HilBench.Emulators.OpenV2X;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Tests.Links;
using HilBench.Tests.Wire.OpenV2X;
using HilBench.Wire.OpenV2X;

namespace HilBench.Tests.Drivers.OpenV2X;

internal sealed class OpenV2XTests
{
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly byte[] Map = MapSamples.Utf8(MapSamples.Map);
    private static readonly byte[] Event = MapSamples.Utf8(MapSamples.Event);

    [Test]
    public void A_unit_is_online_while_it_beats_and_offline_fifteen_seconds_after() => Run([], async bench =>
    {
        Assert.That(bench.Cloud.IsOnline("R1"), Is.False);
        await Task.Delay(TimeSpan.FromSeconds(21), bench.Loop.Time);
        Assert.That(bench.Cloud.IsOnline("R1"), Is.True);
        Assert.That(bench.Up.Select(message => message.Topic), Is.SupersetOf([OpenV2XTopics.InfoUp, OpenV2XTopics.BaseInfoUp, OpenV2XTopics.HeartbeatUp]));
        bench.Power.Dispose();
        await Task.Delay(TimeSpan.FromSeconds(14), bench.Loop.Time);
        Assert.That(bench.Cloud.IsOnline("R1"), Is.True);
        await Task.Delay(TimeSpan.FromSeconds(6), bench.Loop.Time);
        Assert.That(bench.Cloud.IsOnline("R1"), Is.False);
    });

    [TestCase("")]
    [TestCase("cloud-seqnum-as-number")]
    public void A_map_and_an_event_go_down_and_the_air_shows_them(string personality) => Run(personality.Length == 0 ? [] : [personality], async bench =>
    {
        await bench.Cloud.SendMapAsync("R1", "north", Map, Limit);
        await bench.Cloud.SendRoadEventAsync("R1", Event, Limit);
        var sent = bench.Air.Count;
        await Task.Delay(TimeSpan.FromSeconds(10), bench.Loop.Time);
        Assert.That(bench.Air.Count - sent, Is.InRange(19, 21), "map and event are repeated each second");
    });

    [Test]
    public void A_map_that_is_acknowledged_and_not_on_the_air_is_not_believed() => Run(["cloud-ack-without-air"], async bench =>
        await Assert.ThatAsync(
            () => bench.Cloud.SendMapAsync("R1", "north", Map, Limit),
            Throws.TypeOf<CloudException>().With.Message.EqualTo("cloud1: R1 acknowledged the map north, but within 5 s the air does not show it.")));

    [Test]
    public void A_unit_that_does_not_acknowledge_is_told_with_its_state() => Run(["cloud-no-ack"], async bench =>
    {
        await Task.Delay(TimeSpan.FromSeconds(1), bench.Loop.Time);
        await Assert.ThatAsync(
            () => bench.Cloud.SendMapAsync("R1", "north", Map, Limit),
            Throws.TypeOf<CloudException>().With.Message.Contains("R1 did not acknowledge MAP/DOWN 1 within 5 s; it is online"));
        await Assert.ThatAsync(
            () => bench.Cloud.SendMapAsync("R2", "north", Map, Limit),
            Throws.TypeOf<CloudException>().With.Message.Contains("R2 did not acknowledge").And.Message.Contains("no heartbeat for 15 s"));
    });

    [Test]
    public void What_is_no_map_does_not_go_down_and_what_comes_down_broken_is_refused() => Run([], async bench =>
    {
        await Assert.ThatAsync(
            () => bench.Cloud.SendMapAsync("R1", "north", "{\"nodes\":1}"u8.ToArray(), Limit),
            Throws.TypeOf<CloudException>().With.Message.Contains("map.nodes: found 1, expected a list"));
        bench.Bus.Publish(OpenV2XTopics.Down("R1", "MAP"), "{\"seqNum\":\"7\",\"map\":{}}"u8.ToArray());
        bench.Bus.Publish(OpenV2XTopics.Down("R1", "CONFIG"), "{\"seqNum\":\"8\",\"bsmConfig\":{\"sampleRate\":5000}}"u8.ToArray());
        bench.Bus.Publish(OpenV2XTopics.Down("R1", "MNG"), "{\"seqNum\":\"9\",\"reboot\":1}"u8.ToArray());
        bench.Bus.Publish(OpenV2XTopics.Down("R1", "RSI"), "not json"u8.ToArray());
        await Task.Delay(TimeSpan.FromSeconds(1), bench.Loop.Time);
        var acknowledgements = bench.Up.Where(message => message.Topic.EndsWith("/ACK", StringComparison.Ordinal)).Select(message => Encoding.UTF8.GetString(message.Payload.Span));
        Assert.That(acknowledgements, Is.EqualTo(["{\"seqNum\":\"7\",\"errorCode\":1}", "{\"seqNum\":\"8\",\"errorCode\":0}", "{\"seqNum\":\"9\",\"errorCode\":0}"]));
        Assert.That(bench.Unit.LastRefusal, Does.StartWith("$"));
    });

    [Test]
    public void A_broker_that_goes_and_comes_back_is_told_and_nothing_is_lost_silently() => Run([], async bench =>
    {
        bench.Broker.Stop();
        await Assert.ThatAsync(() => bench.Cloud.SendMapAsync("R1", "north", Map, Limit), Throws.TypeOf<CloudException>().With.Message.Contains("the broker is not there"));
        await Task.Delay(TimeSpan.FromSeconds(20), bench.Loop.Time);
        Assert.That((bench.Cloud.IsOnline("R1"), bench.Unit.Unsent), Is.EqualTo((false, 4)));
        Assert.That(bench.Unit.Trouble, Is.Not.Null);
        bench.Broker.Start();
        await bench.Cloud.SendMapAsync("R1", "north", Map, Limit);
        await Task.Delay(TimeSpan.FromSeconds(31), bench.Loop.Time);
        Assert.That((bench.Unit.Trouble, bench.Cloud.IsOnline("R1")), Is.EqualTo(((string?)null, true)));
        Assert.That(
            bench.Up.Where(message => message.Topic == OpenV2XTopics.RunningInfoUp).Select(message => Encoding.UTF8.GetString(message.Payload.Span)),
            Has.Some.Contains("{\"unsent\":4}"));
    });

    [TestCase("", "V2X/RSU/R1/BSM/UP")]
    [TestCase("cloud-dawnline", "V2X/RSU/R1/BSM/UP/DAWNLINE")]
    public void What_goes_up_is_seen_on_its_topic(string personality, string topic) => Run(personality.Length == 0 ? [] : [personality], async bench =>
    {
        Assert.That(bench.Unit.SendUp("BSM", "{}"u8.ToArray()), Is.True);
        await Task.Delay(TimeSpan.FromSeconds(1), bench.Loop.Time);
        Assert.That(bench.Up.Select(message => message.Topic), Does.Contain(topic));
    });

    [Test]
    [Category("Peer")]
    public void Mosquitto_s_clients_see_the_unit_and_lead_it()
    {
        using var mosquitto = new Mosquitto();
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var bus = MqttBus.Open(loop, "rsu1.cloud", new MqttBusSettings("127.0.0.1", mosquitto.Port, "R328328"));
            var wire = new MemoryWire(loop, "rsu1.air", TimeSpan.Zero);
            var frames = new List<ReadOnlyMemory<byte>>();
            wire.B.Received = frame => frames.Add(frame.Bytes);
            var settings = new OpenV2XRsuSettings("R328328", "rsu1", new RsuLocation(118.84, 31.88), []) { HeartbeatPeriod = TimeSpan.FromMilliseconds(200) };
            var unit = new OpenV2XRsuEmulator(loop, settings, bus, new DsmpAir(wire.A, [2, 0, 0, 0, 0, 9]));
            var subscription = mosquitto.Subscribe("V2X/#");
            await bus.WaitAsync(TimeSpan.FromSeconds(20));
            using var power = unit.Start(loop.Now);
            await subscription.WaitAsync(loop, line => line == "V2X/RSU/HB/UP {\"rsuEsn\":\"R328328\"}");
            await subscription.WaitAsync(loop, line => line.StartsWith("V2X/RSU/INFO/UP {\"rsuEsn\":\"R328328\"", StringComparison.Ordinal));
            mosquitto.Publish("V2X/RSU/R328328/MAP/DOWN", $$"""{"mapSlice":"north","map":{{MapSamples.Map}},"eTag":"t","ack":false,"seqNum":"9"}""");
            await subscription.WaitAsync(loop, line => line == "V2X/RSU/R328328/MAP/DOWN/ACK {\"seqNum\":\"9\",\"errorCode\":0}");
            Assert.That(frames, Is.Not.Empty);
            mosquitto.Kill();
            while (unit.Unsent == 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), loop.Time);
            }

            Assert.That(unit.Trouble, Is.Not.Null);
            mosquitto.Start();
            var again = mosquitto.Subscribe("V2X/#");
            await again.WaitAsync(loop, line => line.StartsWith("V2X/RSU/HB/UP", StringComparison.Ordinal));
            mosquitto.Publish("V2X/RSU/R328328/RSI/DOWN", $$"""{"rsi":{{MapSamples.Event}}}""");
            mosquitto.Publish("V2X/RSU/R328328/MNG/DOWN", "{\"seqNum\":\"10\"}");
            await again.WaitAsync(loop, line => line == "V2X/RSU/R328328/MNG/DOWN/ACK {\"seqNum\":\"10\",\"errorCode\":0}");
        });
    }

    private static void Run(string[] personalities, Func<Bench, Task> body)
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        loop.Run(async () =>
        {
            var broker = new MemoryBroker(loop, TimeSpan.FromMilliseconds(2));
            var air = new MemoryWire(loop, "rsu1.air", TimeSpan.FromMilliseconds(1));
            var settings = new OpenV2XRsuSettings("R1", "rsu1", new RsuLocation(118.84, 31.88), [.. personalities]);
            var unit = new OpenV2XRsuEmulator(loop, settings, broker.Connect("rsu1.cloud"), new DsmpAir(air.A, [2, 0, 0, 0, 0, 9]));
            var bus = broker.Connect("cloud1");
            var plan = new RoadSideUnitPlan
            {
                Name = "cloud1",
                Hosting = DeviceHosting.Real,
                Dut = false,
                Defects = [],
                Address = new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty),
                Controller = "asc1",
                ForwardRows = [],
                Mac = [2, 0, 0, 0, 0, 9],
                ProcessingDelay = TimeSpan.Zero,
            };
            var cloud = new OpenV2XCloudDriver(loop, plan, bus);
            var bench = new Bench(loop, broker, bus, cloud, unit, unit.Start(loop.Now), [], []);
            cloud.Observed = bench.Up.Add;
            air.B.Received = frame =>
            {
                bench.Air.Add(frame.Bytes);
                cloud.ObserveAir(frame.Bytes);
            };
            await body(bench);
        });
    }

    private sealed record Bench(
        EventLoop Loop,
        MemoryBroker Broker,
        IMessageBus Bus,
        OpenV2XCloudDriver Cloud,
        OpenV2XRsuEmulator Unit,
        IDisposable Power,
        List<BusMessage> Up,
        List<ReadOnlyMemory<byte>> Air);
}
