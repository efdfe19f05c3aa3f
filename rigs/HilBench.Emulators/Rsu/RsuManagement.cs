using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.Rsu;

namespace HilBench.Emulators.Rsu;

/// <summary>The managed side of a road-side unit: its objects, and what their values make it do.</summary>
internal sealed class RsuManagement : IAsyncDisposable
{
    private const int UsualLevel = -70;

    private readonly EventLoop _loop;
    private readonly RsuManagementSettings _settings;
    private readonly RsuOperation _operation;
    private readonly IRsuTables _tables;
    private readonly MessageRepetition _repetition;
    private readonly MessageForwarding _received;
    private readonly MessageForwarding _transmitted;
    private readonly PositionOutput _output;
    private readonly Action<RepeatedMessage> _send;

    /// <summary>Builds it.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="unit">The unit's settings: its forward rows are in the table from the start.</param>
    /// <param name="settings">The management's settings.</param>
    /// <param name="send">Puts a message on the air.</param>
    public RsuManagement(EventLoop loop, RsuSettings unit, RsuManagementSettings settings, Action<RepeatedMessage> send)
    {
        _loop = loop;
        _settings = settings;
        _send = send;
        Quirks = new RsuQuirks(unit.Personalities);
        _operation = new RsuOperation(loop, settings);
        _repetition = new MessageRepetition(loop, send);
        _received = new MessageForwarding(loop, settings.Dial);
        _transmitted = new MessageForwarding(loop, settings.Dial);
        _output = new PositionOutput(loop, _operation.ReportPosition, settings.Dial);
        _tables = settings.Mib == RsuMib.Rsu41 ? new Rsu41Tables(_operation, Quirks) : new Ntcip1218Tables(Quirks);
        for (var i = 0; i < unit.ForwardRows.Length; i++)
        {
            _tables.SeedImmediate((uint)(i + 1), unit.ForwardRows[i]);
        }

        Objects = Build(unit);
        Listen();
    }

    /// <summary>The personalities.</summary>
    public RsuQuirks Quirks { get; }

    /// <summary>What an agent gives access to.</summary>
    public IManagedObjects Objects { get; }

    /// <summary>Whether the unit may transmit.</summary>
    public bool IsOnAir => _operation.IsOnAir;

    /// <summary>How many datagrams for hosts could not be sent.</summary>
    public int Failures => _received.Failures + _transmitted.Failures;

    /// <summary>Whether a row lets a message be forwarded to the air.</summary>
    public bool Allows(ImmediateForwardMessage message) => _tables.Immediate.Rows
        .Select(_tables.ReadImmediate)
        .Any(rule => rule is not null && rule.Psid == message.Psid && rule.Channel == message.TxChannel
            && (rule.MessageId is null || rule.MessageId == message.MessageId));

    /// <summary>Takes a frame that the radio heard.</summary>
    public void Receive(Datagram datagram)
    {
        // In standby the radio is silent, but it hears; switched off or restarting it does not.
        if (_operation.Mode == RsuMode.Off || _operation.IsRestarting
            || !EthernetFrame.TryParse(datagram.Bytes, out var frame, out _) || frame.EtherType != WsmpMessage.EtherType
            || !WsmpMessage.TryParse(frame.Payload.Span, out var message, out _) || message.TransportId > 1)
        {
            return;
        }

        _received.Forward(message, _settings.ReceivedLevels.TryGetValue(frame.SourceText, out var level) ? level : UsualLevel);
    }

    /// <summary>Takes a message that the unit sent.</summary>
    public void Sent(WsmpMessage message) => _transmitted.Forward(message, UsualLevel);

    /// <summary>Ends the repetitions.</summary>
    public void Stop()
    {
        _repetition.Dispose();
        _output.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Stop();
        await _received.DisposeAsync();
        await _transmitted.DisposeAsync();
    }

    private IManagedObjects Build(RsuSettings unit)
    {
        IManagedObjects[] scalars = _settings.Mib == RsuMib.Rsu41
            ? new Rsu41Scalars(_operation, Quirks, _output).Build()
            : new Ntcip1218Scalars(_operation, Quirks, _output, _tables.Repeat.Clear, [.. unit.Mac]).Build();
        var forest = new ObjectForest(
            [.. scalars, _tables.Repeat, _tables.Immediate, _tables.Received, .. _tables.Transmitted is { } transmitted ? [transmitted] : Array.Empty<IManagedObjects>()]);
        return Quirks.SetIgnored ? new IgnoredAssignments(forest) : forest;
    }

    private void Listen()
    {
        _tables.Repeat.Changed = (row, _) => _repetition.Set(row.Index, Quirks.StoredNotSent ? null : _tables.ReadRepeat(row));
        _tables.Received.Changed = (row, _) => _received.Set(row.Index, _tables.ReadReceived(row));
        _tables.Immediate.Changed = (row, assigned) =>
        {
            if (_tables.ReadImmediatePayload(row, assigned) is { } message)
            {
                _send(message);
            }
        };
        if (_tables.Transmitted is { } transmitted)
        {
            transmitted.Changed = (row, _) => _transmitted.Set(row.Index, _tables.ReadTransmitted(row));
        }
    }
}
