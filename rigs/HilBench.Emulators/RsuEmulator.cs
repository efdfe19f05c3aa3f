using System.Diagnostics.CodeAnalysis;
using HilBench.Emulators.Rsu;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.J2735;
using HilBench.Wire.Rsu;
using HilBench.Wire.Tscbm;

namespace HilBench.Emulators;

/// <summary>
/// A road-side unit: it turns a controller's feed into SPaT, repeats stored messages (MAP), and forwards immediate-forward datagrams
/// whose PSID and channel match a row. A feed older than a second ends SPaT by itself: no feed, no SPaT.
/// </summary>
public sealed class RsuEmulator : IAsyncDisposable
{
    private static readonly TimeSpan ExtraSpatDelay = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan ExtraForwardDelay = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan DuplicateDelay = TimeSpan.FromMilliseconds(10);

    private readonly EventLoop _loop;
    private readonly RsuSettings _settings;
    private readonly AirSender _air;
    private readonly SpatBuilder _spat;
    private readonly RsuManagement? _management;
    private readonly Dictionary<(string, uint), StoredMessage> _stored = [];
    private int _forwarded;

    /// <summary>Builds a unit that is not managed; it works as soon as datagrams arrive.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Intersection, signal groups, forward rows and defects.</param>
    /// <param name="spat">Where the controller's feed comes from.</param>
    /// <param name="immediateForward">Where immediate-forward datagrams come from.</param>
    /// <param name="store">Where messages to store and repeat come from.</param>
    /// <param name="air">The air interface.</param>
    /// <exception cref="ArgumentException">A defect is not known.</exception>
    public RsuEmulator(
        EventLoop loop, RsuSettings settings, IDatagramPort spat, IDatagramPort immediateForward, IDatagramPort store, IDatagramPort air)
        : this(loop, settings, new RsuPorts(spat, immediateForward, store, air), management: null)
    {
    }

    /// <summary>Builds a unit with a MIB: its tables repeat, forward and gate what goes to the air, and forward to hosts what comes from it.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Intersection, signal groups, forward rows, defects and personalities.</param>
    /// <param name="ports">Its links.</param>
    /// <param name="management">What its management is set to; null for none.</param>
    /// <exception cref="ArgumentException">A defect or personality is not known, or there is a port for SNMP and nobody who may ask there.</exception>
    public RsuEmulator(EventLoop loop, RsuSettings settings, RsuPorts ports, RsuManagementSettings? management)
    {
        DefectTable.Check(DefectTable.Rsu, settings.Defects);
        PersonalityTable.Check(DefectTable.Rsu, settings.Personalities);
        _loop = loop;
        _settings = settings;
        _management = management is null ? null : new RsuManagement(loop, settings, management, Send);
        _air = new AirSender(loop, ports.Air, settings.Mac, settings.ProcessingDelay, settings.Seed) { Sent = _management is null ? null : _management.Sent };
        _spat = new SpatBuilder(settings);
        ports.Spat.Received = ReceiveFeed;
        ports.ImmediateForward.Received = ReceiveForward;
        ports.Store.Received = ReceiveStore;
        if (_management is not null)
        {
            ports.Air.Received = _management.Receive;
            StartAgent(management!, ports);
        }
    }

    /// <summary>How many datagrams for hosts could not be sent.</summary>
    public int ForwardFailures => _management?.Failures ?? 0;

    /// <summary>What an agent gives access to; null for a unit that is not managed.</summary>
    internal IManagedObjects? Objects => _management?.Objects;

    private bool IsOnAir => _management?.IsOnAir ?? true;

    /// <summary>Ends the repetitions.</summary>
    public void Stop()
    {
        foreach (var message in _stored.Values)
        {
            message.Repetition?.Dispose();
        }

        _stored.Clear();
        _management?.Stop();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Stop();
        if (_management is not null)
        {
            await _management.DisposeAsync();
        }
    }

    private void StartAgent(RsuManagementSettings management, RsuPorts ports)
    {
        if (ports.Snmp is { } port)
        {
            var root = management.Mib == RsuMib.Rsu41 ? Rsu41Objects.Root : Ntcip1218Objects.Root;
            var agent = management.Agent ?? throw new ArgumentException($"{port.Name}: an SNMP agent needs to know who may ask it; give its users or communities.", nameof(management));
            _ = new SnmpAgent(
                _loop, agent, port, SystemObjects.Of(_loop, $"{management.Manufacturer} RSU emulator {management.FirmwareVersion}", root, management.Id), _management!.Objects);
        }
    }

    private void ReceiveFeed(Datagram datagram)
    {
        if (TscbmMessage.TryParse(datagram.Bytes.Span, out var message, out _) && _spat.Build(message, _loop.Now) is { } spat)
        {
            var extra = _settings.Defects.Contains(DefectTable.SpatDelay) ? ExtraSpatDelay : TimeSpan.Zero;
            Send(SpatBuilder.Psid, SpatBuilder.Channel, spat, extra);
        }
    }

    private void ReceiveForward(Datagram datagram)
    {
        if (TryRead(datagram, out var message) && message.TxChannel is { } channel && Allows(message))
        {
            Forward(message.Psid, (byte)channel, message.Payload.ToArray());
        }
    }

    private bool Allows(ImmediateForwardMessage message)
    {
        var now = _loop.Now.ToUtc();
        return _management is null
            ? _settings.ForwardRows.Any(row => row.Psid == message.Psid && row.Channel == message.TxChannel)
            : _management.Allows(message) && new DeliveryWindow(message.DeliveryStart, message.DeliveryStop).Includes(now);
    }

    private bool TryRead(Datagram datagram, [NotNullWhen(true)] out ImmediateForwardMessage? message) =>
        ImmediateForwardMessage.TryParse(datagram.Bytes.Span, out message, out _)
        && (message.Deviations.IsEmpty || !_settings.Personalities.Contains(PersonalityTable.StrictText));

    private void Forward(Psid psid, byte channel, byte[] payload)
    {
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

        Send(psid, channel, payload, extra);
        if (tenth && _settings.Defects.Contains(DefectTable.ForwardDuplicate))
        {
            Send(psid, channel, payload, DuplicateDelay);
        }
    }

    // What a row of the MIB's tables puts on the air: a single message is forwarded like one that came as text, with the same defects.
    private void Send(RepeatedMessage message)
    {
        if (!IsOnAir)
        {
            return;
        }

        if (message.IsData)
        {
            _air.SendData(message.Psid, message.Channel, message.Payload, TimeSpan.Zero);
        }
        else if (message.Interval == TimeSpan.Zero)
        {
            Forward(message.Psid, message.Channel, message.Payload.ToArray());
        }
        else
        {
            _air.Send(message.Psid, message.Channel, message.Payload, TimeSpan.Zero);
        }
    }

    private void Send(Psid psid, byte channel, ReadOnlyMemory<byte> message, TimeSpan extra)
    {
        if (IsOnAir)
        {
            _air.Send(psid, channel, message, extra);
        }
    }

    private void ReceiveStore(Datagram datagram)
    {
        if (!TryRead(datagram, out var message)
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
            _loop.Now, TimeSpan.FromSeconds(message.TxIntervalSeconds), _ => Send(message.Psid, (byte)channel, Repeat(stored), TimeSpan.Zero));
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
