using HilBench.Links;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.J2735;
using HilBench.Wire.Tscbm;

namespace HilBench.Emulators;

/// <summary>
/// A road-side unit: it turns a controller's feed into SPaT, repeats stored messages (MAP), and forwards immediate-forward datagrams
/// whose PSID and channel match a row. A feed older than a second ends SPaT by itself: no feed, no SPaT.
/// </summary>
public sealed class RsuEmulator
{
    private static readonly TimeSpan ExtraSpatDelay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan ExtraForwardDelay = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan DuplicateDelay = TimeSpan.FromMilliseconds(10);

    private readonly EventLoop _loop;
    private readonly RsuSettings _settings;
    private readonly AirSender _air;
    private readonly SpatBuilder _spat;
    private readonly Dictionary<(string, uint), StoredMessage> _stored = [];
    private int _forwarded;

    /// <summary>Builds the unit; it works as soon as datagrams arrive.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Intersection, signal groups, forward rows and defects.</param>
    /// <param name="spat">Where the controller's feed comes from.</param>
    /// <param name="immediateForward">Where immediate-forward datagrams come from.</param>
    /// <param name="store">Where messages to store and repeat come from.</param>
    /// <param name="air">The air interface.</param>
    /// <exception cref="ArgumentException">A defect is not known.</exception>
    public RsuEmulator(
        EventLoop loop, RsuSettings settings, IDatagramPort spat, IDatagramPort immediateForward, IDatagramPort store, IDatagramPort air)
    {
        DefectTable.Check(DefectTable.Rsu, settings.Defects);
        _loop = loop;
        _settings = settings;
        _air = new AirSender(loop, air, settings.Mac, settings.ProcessingDelay, settings.Seed);
        _spat = new SpatBuilder(settings);
        spat.Received = ReceiveFeed;
        immediateForward.Received = ReceiveForward;
        store.Received = ReceiveStore;
    }

    /// <summary>Ends the repetitions.</summary>
    public void Stop()
    {
        foreach (var message in _stored.Values)
        {
            message.Repetition?.Dispose();
        }

        _stored.Clear();
    }

    private void ReceiveFeed(Datagram datagram)
    {
        if (TscbmMessage.TryParse(datagram.Bytes.Span, out var message, out _) && _spat.Build(message, _loop.Now) is { } spat)
        {
            var extra = _settings.Defects.Contains(DefectTable.SpatDelay) ? ExtraSpatDelay : TimeSpan.Zero;
            _air.Send(SpatBuilder.Psid, SpatBuilder.Channel, spat, extra);
        }
    }

    private void ReceiveForward(Datagram datagram)
    {
        if (!ImmediateForwardMessage.TryParse(datagram.Bytes.Span, out var message, out _)
            || !_settings.ForwardRows.Any(row => row.Psid == message.Psid && row.Channel == message.TxChannel))
        {
            return;
        }

        var payload = message.Payload.ToArray();
        var channel = (byte)message.TxChannel!.Value;
        var tenth = ++_forwarded % 10 == 0;
        var extra = _settings.Defects.Contains(DefectTable.ForwardDelay) ? ExtraForwardDelay : TimeSpan.Zero;
        if (tenth && _settings.Defects.Contains(DefectTable.ForwardDropTenth))
        {
            return;
        }

        if (tenth && _settings.Defects.Contains(DefectTable.ForwardAlter) && payload.Length > 1)
        {
            // Another message number: the receiver cannot even tell what it was.
            payload[1] ^= 0x0C;
        }

        _air.Send(message.Psid, channel, payload, extra);
        if (tenth && _settings.Defects.Contains(DefectTable.ForwardDuplicate))
        {
            _air.Send(message.Psid, channel, payload, DuplicateDelay);
        }
    }

    private void ReceiveStore(Datagram datagram)
    {
        if (!ImmediateForwardMessage.TryParse(datagram.Bytes.Span, out var message, out _)
            || message.TxIntervalSeconds <= 0 || message.TxChannel is not { } channel)
        {
            return;
        }

        var key = (message.Type, message.Psid.Value);
        if (_stored.TryGetValue(key, out var stored))
        {
            stored.Payload = message.Payload;
            return;
        }

        stored = new StoredMessage { Payload = message.Payload };
        _stored.Add(key, stored);
        stored.Repetition = _loop.Every(
            _loop.Now, TimeSpan.FromSeconds(message.TxIntervalSeconds), _ => _air.Send(message.Psid, (byte)channel, Repeat(stored), TimeSpan.Zero));
    }

    private byte[] Repeat(StoredMessage stored)
    {
        var octets = stored.Payload.ToArray();
        if (!_settings.Defects.Contains(DefectTable.MapRevisionRuns))
        {
            return octets;
        }

        var frame = MessageFrame.Decode(octets).Value;
        return frame.Value is MapData map
            ? (frame with { Value = map with { MsgIssueRevision = (map.MsgIssueRevision + ++stored.Repetitions) % 128 } }).Encode()
            : octets;
    }

    private sealed class StoredMessage
    {
        public ReadOnlyMemory<byte> Payload { get; set; }

        public IDisposable? Repetition { get; set; }

        public int Repetitions { get; set; }
    }
}
