using System.Globalization;
using System.Text;
using System.Text.Json;
using HilBench.Links;
using HilBench.Wire.Csae.Day1;
using HilBench.Wire.Csae.Network;
using HilBench.Wire.OpenV2X;

namespace HilBench.Emulators.OpenV2X;

/// <summary>
/// The cloud side of a road-side unit in China: it names itself, beats, tells versions and load, takes maps, events, configuration and management
/// orders, acknowledges them, and puts maps and events on the air in T/CSAE 53-2020. What cannot be sent up is counted and told with the next load.
/// </summary>
public sealed class OpenV2XRsuEmulator
{
    private const int Taken = 0;
    private const int Refused = 1;
    private const int MostRepeated = 16;

    private readonly EventLoop _loop;
    private readonly OpenV2XRsuSettings _settings;
    private readonly IMessageBus _bus;
    private readonly IRoadsideAir _air;
    private readonly List<(string Key, int Aid, Func<int, byte[]> Encode)> _repeated = [];
    private string? _configuration;
    private int _count;

    /// <summary>Builds the unit; it works after <see cref="Start"/>.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Identity and personalities.</param>
    /// <param name="bus">The platform's broker.</param>
    /// <param name="air">Where maps and events go.</param>
    /// <exception cref="ArgumentException">A personality is not known, or the serial number cannot stand in a topic.</exception>
    public OpenV2XRsuEmulator(EventLoop loop, OpenV2XRsuSettings settings, IMessageBus bus, IRoadsideAir air)
    {
        PersonalityTable.Check(DefectTable.Rsu, settings.Personalities);
        if (settings.Esn.Length == 0 || settings.Esn.AsSpan().ContainsAny('/', '+', '#'))
        {
            throw new ArgumentException($"'{settings.Esn}' cannot stand in a topic: a serial number has no '/', '+' or '#' and is not empty.", nameof(settings));
        }

        (_loop, _settings, _bus, _air) = (loop, settings, bus, air);
        foreach (var kind in new[] { "MAP", "CONFIG", "MNG", "RSI", "RSM" })
        {
            bus.Subscribe(OpenV2XTopics.Down(settings.Esn, kind));
        }

        bus.Subscribe(OpenV2XTopics.InfoQuery(settings.Esn));
        bus.Received = Receive;
        bus.ConnectionChanged = reason =>
        {
            Trouble = reason;
            if (reason is null)
            {
                Introduce();
            }
        };
    }

    /// <summary>Why the platform is out of reach; null when it is not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Messages that could not be sent up.</summary>
    public int Unsent { get; private set; }

    /// <summary>What came down and could not be used: the last reason; null when there was none.</summary>
    public string? LastRefusal { get; private set; }

    /// <summary>Starts the unit.</summary>
    /// <returns>Disposing it switches the unit off.</returns>
    public IDisposable Start(Instant first)
    {
        IDisposable[] works =
        [
            _loop.Every(first, _settings.HeartbeatPeriod, _ => Beat()),
            _loop.Every(first + _settings.RunningInfoPeriod, _settings.RunningInfoPeriod, _ => TellLoad()),
            _loop.Every(first + _settings.RepetitionPeriod, _settings.RepetitionPeriod, _ => Repeat()),
        ];
        if (_bus.Connected)
        {
            Introduce();
        }

        return new Works(works);
    }

    /// <summary>Sends up what the unit heard or sent, as JSON of the platform's own (SPAT, BSM, MAP, RSI, RSM).</summary>
    /// <param name="kind">BSM, SPAT, MAP, RSI or RSM.</param>
    /// <param name="json">UTF-8 JSON.</param>
    /// <returns>Whether it was sent.</returns>
    public bool SendUp(string kind, ReadOnlyMemory<byte> json)
    {
        var dawnline = kind is "BSM" or "RSI" or "RSM" && Has(PersonalityTable.CloudDawnline);
        return Send(OpenV2XTopics.Up(_settings.Esn, kind) + (dawnline ? "/DAWNLINE" : ""), json);
    }

    private bool Has(string personality) => _settings.Personalities.Contains(personality);

    private void Introduce()
    {
        var location = _settings.Location;
        using var config = JsonDocument.Parse(_configuration ?? "{}");
        Send(
            OpenV2XTopics.InfoUp,
            OpenV2XJson.Write(
                new RsuInfo(_settings.Esn, _settings.Esn, _settings.Name, _settings.Version, location, config.RootElement.Clone()), OpenV2XJson.Default.RsuInfo));
        Send(
            OpenV2XTopics.BaseInfoUp,
            OpenV2XJson.Write(
                new RsuBaseInfo(_settings.Esn, _settings.Esn, _settings.Version, true, location, "emulator"), OpenV2XJson.Default.RsuBaseInfo));
    }

    private void Beat() => Send(OpenV2XTopics.HeartbeatUp, OpenV2XJson.Write(new RsuHeartbeat(_settings.Esn), OpenV2XJson.Default.RsuHeartbeat));

    private void TellLoad()
    {
        using var net = JsonDocument.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"unsent":{{Unsent}}}"""));
        Send(
            OpenV2XTopics.RunningInfoUp,
            OpenV2XJson.Write(new RsuRunningInfo(_settings.Esn, null, null, null, net.RootElement.Clone()), OpenV2XJson.Default.RsuRunningInfo));
    }

    private void Repeat()
    {
        foreach (var (_, aid, encode) in _repeated)
        {
            _count = (_count + 1) % 128;
            _air.Broadcast(aid, encode(_count));
        }
    }

    private void Receive(BusMessage message)
    {
        if (message.Topic == OpenV2XTopics.InfoQuery(_settings.Esn))
        {
            Answer(message);
            return;
        }

        var refusal = OpenV2XTopics.Parts(message.Topic) switch
        {
            (_, "MAP", _) => TakeMap(message.Payload.Span),
            (_, "RSI", _) => TakeEvent(message.Payload.Span),
            (_, "CONFIG", _) => TakeConfiguration(message.Payload.Span),
            (_, "MNG", _) => OpenV2XJson.TryRead(message.Payload.Span, OpenV2XJson.Default.DownHeader, out _, out var error) ? null : error,
            _ => "RSM from the platform is not put on the air: its JSON has no published mapping",
        };
        LastRefusal = refusal ?? LastRefusal;
        if (OpenV2XTopics.Parts(message.Topic) is (_, ("MAP" or "CONFIG" or "MNG") and var kind, _))
        {
            Acknowledge(kind, message.Payload.Span, refusal is null ? Taken : Refused);
        }
    }

    private string? TakeMap(ReadOnlySpan<byte> payload)
    {
        if (!OpenV2XJson.TryRead(payload, OpenV2XJson.Default.MapDown, out var down, out var error) || !MapJson.TryRead(down.Map, out var map, out _, out error))
        {
            return error;
        }

        return Keep($"map {down.MapSlice}", LongAidValues.Map, count => new MessageFrame.MapFrame(map with { MsgCnt = count }).Encode());
    }

    private string? TakeEvent(ReadOnlySpan<byte> payload)
    {
        var id = new byte[8];
        Encoding.ASCII.GetBytes(_settings.Esn.AsSpan(0, Math.Min(8, _settings.Esn.Length)), id);
        if (!OpenV2XJson.TryRead(payload, OpenV2XJson.Default.RsiPayload, out var down, out var error)
            || !RsiJson.TryRead(down.Rsi, id, _settings.Location, out var message, out _, out error))
        {
            return error;
        }

        var alert = down.Rsi.TryGetProperty("alertID", out var name) ? name.GetRawText() : "";
        return Keep($"event {alert}", LongAidValues.Rsi, count => new MessageFrame.RsiFrame(message with { MsgCnt = count }).Encode());
    }

    private string? TakeConfiguration(ReadOnlySpan<byte> payload)
    {
        if (!OpenV2XJson.TryRead(payload, OpenV2XJson.Default.DownHeader, out _, out var error))
        {
            return error;
        }

        _configuration = Encoding.UTF8.GetString(payload);
        return null;
    }

    /// <summary>Puts a message on the air, now and at each repetition; it takes the place of the one with the same key.</summary>
    private string? Keep(string key, int aid, Func<int, byte[]> encode)
    {
        if (Has(PersonalityTable.CloudAckBeforeAir))
        {
            return null;
        }

        byte[] first;
        try
        {
            first = encode(_count);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or HilBench.Asn1.Asn1ContentException)
        {
            return exception.Message;
        }

        _repeated.RemoveAll(old => old.Key == key);
        if (_repeated.Count == MostRepeated)
        {
            _repeated.RemoveAt(0);
        }

        _repeated.Add((key, aid, encode));
        _air.Broadcast(aid, first);
        return null;
    }

    private void Acknowledge(string kind, ReadOnlySpan<byte> payload, int code)
    {
        if (!Has(PersonalityTable.CloudNoAck)
            && OpenV2XJson.TryRead(payload, OpenV2XJson.Default.DownHeader, out var header, out _)
            && header.SeqNum is { } sequence)
        {
            var octets = Has(PersonalityTable.CloudSequenceAsNumber) && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number)
                ? Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"seqNum":{{number}},"errorCode":{{code}}}"""))
                : OpenV2XJson.Write(new DownAcknowledgement(sequence, code), OpenV2XJson.Default.DownAcknowledgement);
            Send(OpenV2XTopics.Acknowledgement(_settings.Esn, kind), octets);
        }
    }

    private void Answer(BusMessage message)
    {
        if (!OpenV2XJson.TryRead(message.Payload.Span, OpenV2XJson.Default.InfoQuery, out _, out var error))
        {
            LastRefusal = error;
            return;
        }

        // What an answer holds was not to be found: the unit names itself.
        Send(
            OpenV2XTopics.InfoQueryResponse,
            OpenV2XJson.Write(new RsuInfo(_settings.Esn, _settings.Esn, _settings.Name, _settings.Version, _settings.Location, null), OpenV2XJson.Default.RsuInfo));
    }

    private bool Send(string topic, ReadOnlyMemory<byte> payload)
    {
        try
        {
            _bus.Publish(topic, payload);
            return true;
        }
        catch (LinkException exception)
        {
            Unsent++;
            Trouble = exception.Message;
            return false;
        }
    }

    private sealed class Works(IDisposable[] works) : IDisposable
    {
        public void Dispose()
        {
            foreach (var work in works)
            {
                work.Dispose();
            }
        }
    }
}
