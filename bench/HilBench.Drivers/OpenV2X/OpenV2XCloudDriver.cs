using System.Globalization;
using System.Text.Json;
using HilBench.Asn1;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Csae;
using HilBench.Wire.Csae.Day1;
using HilBench.Wire.Csae.Network;
using HilBench.Wire.Ethernet;
using HilBench.Wire.OpenV2X;

namespace HilBench.Drivers.OpenV2X;

/// <summary>
/// The platform's end of OpenV2X's topics: watches heartbeats, sends maps and events down, believes them when the unit has acknowledged and the air
/// has shown them, and tells what comes up.
/// </summary>
public sealed class OpenV2XCloudDriver : ICloudPlatform
{
    private readonly EventLoop _loop;
    private readonly IMessageBus _bus;
    private readonly Dictionary<string, Instant> _beats = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Unit, string Sequence), TaskCompletionSource<int>> _waiting = [];
    private readonly List<(Func<MessageFrame, bool> Shows, TaskCompletionSource Seen)> _watches = [];
    private int _sequence;

    /// <summary>Connects the driver.</summary>
    /// <param name="loop">The run's event loop.</param>
    /// <param name="plan">What the rig file says of the platform.</param>
    /// <param name="bus">The broker.</param>
    public OpenV2XCloudDriver(EventLoop loop, DevicePlan plan, IMessageBus bus)
    {
        (_loop, Plan, _bus) = (loop, plan, bus);
        string[] filters =
        [
            OpenV2XTopics.InfoUp, OpenV2XTopics.HeartbeatUp, OpenV2XTopics.BaseInfoUp, OpenV2XTopics.RunningInfoUp, OpenV2XTopics.InfoQueryResponse,
            OpenV2XTopics.Up("+", "+") + "/#", OpenV2XTopics.Acknowledgement("+", "+"),
        ];
        Array.ForEach(filters, bus.Subscribe);
        bus.Received = Receive;
    }

    /// <inheritdoc/>
    public DevicePlan Plan { get; }

    /// <summary>Told of each message that comes up: its topic, octets and stamp.</summary>
    public Action<BusMessage>? Observed { get; set; }

    /// <summary>Payloads that could not be read.</summary>
    public int Unreadable { get; private set; }

    /// <inheritdoc/>
    public bool IsOnline(string unit) => _beats.TryGetValue(unit, out var beat) && _loop.Now - beat <= OpenV2XTopics.HeartbeatLifetime;

    /// <summary>Takes what the unit's air interface sent: an Ethernet frame of the air stand-in.</summary>
    public void ObserveAir(ReadOnlyMemory<byte> frame)
    {
        if (_watches.Count == 0
            || !EthernetFrame.TryParse(frame, out var ethernet, out _)
            || ethernet.EtherType != DsmpPacket.EtherType
            || !DsmpPacket.TryParse(ethernet.Payload.Span, out var packet, out _)
            || packet.Aid is not (LongAidValues.Map or LongAidValues.Rsi))
        {
            return;
        }

        try
        {
            var message = MessageFrame.Decode(packet.Message.Body.Data.Span).Value;
            foreach (var watch in _watches.Where(watch => watch.Shows(message)).ToArray())
            {
                watch.Seen.TrySetResult();
            }
        }
        catch (Asn1ContentException)
        {
            // What cannot be read shows nothing; the rules judge it from the record.
        }
    }

    /// <inheritdoc/>
    public async Task SendMapAsync(string unit, string name, ReadOnlyMemory<byte> map, TimeSpan limit)
    {
        using var json = Parse(map, "map");
        var element = json.RootElement;
        if (!MapJson.TryRead(element, out var expected, out _, out var error))
        {
            throw new CloudException($"{Plan.Name}: the map {name} is none: {error}.");
        }

        var sequence = (++_sequence).ToString(CultureInfo.InvariantCulture);
        var down = OpenV2XJson.Write(new MapDown(name, element, sequence, true, sequence), OpenV2XJson.Default.MapDown);
        var nodes = new MessageFrame.MapFrame(expected with { MsgCnt = 0 }).Encode();
        using var air = new Watch(this, message => message is MessageFrame.MapFrame shown
            && new MessageFrame.MapFrame(shown.Value with { MsgCnt = 0, TimeStamp = expected.TimeStamp }).Encode().AsSpan().SequenceEqual(nodes));
        var code = await AskAsync(unit, "MAP", sequence, down, limit);
        if (code != 0)
        {
            throw new CloudException($"{Plan.Name}: {unit} refused the map {name} with error {code.ToString(CultureInfo.InvariantCulture)}.");
        }

        await SeeAsync(air, $"{unit} acknowledged the map {name}", limit);
    }

    /// <inheritdoc/>
    public async Task SendRoadEventAsync(string unit, ReadOnlyMemory<byte> roadEvent, TimeSpan limit)
    {
        using var json = Parse(roadEvent, "event");
        if (!RsiJson.TryRead(json.RootElement, new byte[8], new RsuLocation(0, 0), out var expected, out _, out var error))
        {
            throw new CloudException($"{Plan.Name}: the road event is none: {error}.");
        }

        var wanted = expected.Rtes!.Value[0];
        using var air = new Watch(this, message => message is MessageFrame.RsiFrame { Value.Rtes: { } events }
            && events.Any(shown => shown.EventType == wanted.EventType && shown.EventRadius == wanted.EventRadius && shown.EventSource == wanted.EventSource));
        Publish(OpenV2XTopics.Down(unit, "RSI"), OpenV2XJson.Write(new RsiPayload(json.RootElement), OpenV2XJson.Default.RsiPayload));
        await SeeAsync(air, $"the road event was sent to {unit}", limit);
    }

    private JsonDocument Parse(ReadOnlyMemory<byte> octets, string what)
    {
        try
        {
            return JsonDocument.Parse(octets);
        }
        catch (JsonException exception)
        {
            throw new CloudException($"{Plan.Name}: the {what} is no JSON: {exception.Message}", exception);
        }
    }

    private async Task<int> AskAsync(string unit, string kind, string sequence, byte[] payload, TimeSpan limit)
    {
        var answer = new TaskCompletionSource<int>();
        _waiting[(unit, sequence)] = answer;
        try
        {
            Publish(OpenV2XTopics.Down(unit, kind), payload);
            return await answer.Task.WaitAsync(limit, _loop.Time);
        }
        catch (TimeoutException exception)
        {
            var state = IsOnline(unit) ? "it is online" : $"it has sent no heartbeat for {Seconds(OpenV2XTopics.HeartbeatLifetime)}";
            throw new CloudException(
                $"{Plan.Name}: {unit} did not acknowledge {kind}/DOWN {sequence} within {Seconds(limit)}; {state}. Check its serial number and the broker it uses.",
                exception);
        }
        finally
        {
            _waiting.Remove((unit, sequence));
        }
    }

    private async Task SeeAsync(Watch air, string so, TimeSpan limit)
    {
        try
        {
            await air.Seen.WaitAsync(limit, _loop.Time);
        }
        catch (TimeoutException exception)
        {
            throw new CloudException($"{Plan.Name}: {so}, but within {Seconds(limit)} the air does not show it.", exception);
        }
    }

    private void Publish(string topic, byte[] payload)
    {
        try
        {
            _bus.Publish(topic, payload);
        }
        catch (LinkException exception)
        {
            throw new CloudException($"{Plan.Name}: {exception.Message}", exception);
        }
    }

    private void Receive(BusMessage message)
    {
        Observed?.Invoke(message);
        if (message.Topic == OpenV2XTopics.HeartbeatUp)
        {
            if (OpenV2XJson.TryRead(message.Payload.Span, OpenV2XJson.Default.RsuHeartbeat, out var beat, out _) && beat.RsuEsn is { } unit)
            {
                _beats[unit] = message.At.At;
            }
            else
            {
                Unreadable++;
            }
        }
        else if (message.Topic.EndsWith("/DOWN/ACK", StringComparison.Ordinal) && OpenV2XTopics.Parts(message.Topic) is (var esn, _, _))
        {
            if (!OpenV2XJson.TryRead(message.Payload.Span, OpenV2XJson.Default.DownAcknowledgement, out var acknowledgement, out _))
            {
                Unreadable++;
            }
            else if (acknowledgement.SeqNum is { } sequence && _waiting.TryGetValue((esn, sequence), out var answer))
            {
                answer.TrySetResult(acknowledgement.ErrorCode);
            }
        }
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s";

    private sealed class Watch : IDisposable
    {
        private readonly OpenV2XCloudDriver _driver;
        private readonly TaskCompletionSource _seen = new();

        public Watch(OpenV2XCloudDriver driver, Func<MessageFrame, bool> shows)
        {
            _driver = driver;
            driver._watches.Add((shows, _seen));
        }

        public Task Seen => _seen.Task;

        public void Dispose() => _driver._watches.RemoveAll(watch => watch.Seen == _seen);
    }
}
