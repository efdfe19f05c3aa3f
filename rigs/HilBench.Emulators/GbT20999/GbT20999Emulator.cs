using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Wire.GbT20999;

namespace HilBench.Emulators.GbT20999;

/// <summary>
/// The host's side of a signal controller as China's labs know it (GB/T 20999-2017), over any number of UDP ports and TCP connections: answers
/// queries, follows the centre's orders, answers heartbeats and tells of alarms and faults.
/// </summary>
public sealed class GbT20999Emulator
{
    private readonly EventLoop _loop;
    private readonly GbT20999Settings _settings;
    private readonly ControllerValues _values;
    private readonly CentreOrders _orders;
    private readonly List<GbHost> _hosts = [];
    private byte _sequence;

    /// <summary>Builds it; it works as soon as it serves a port.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Identity and personalities.</param>
    /// <param name="program">The controller's program.</param>
    /// <exception cref="ArgumentException">A personality is not known, or there are too many stages or plans for one octet.</exception>
    public GbT20999Emulator(EventLoop loop, GbT20999Settings settings, ISignalProgram program)
    {
        PersonalityTable.Check(DefectTable.Controller, settings.Personalities);
        if (program.Stages.Length > 255 || settings.IntersectionId == 0)
        {
            throw new ArgumentException("GB/T 20999 numbers at most 255 stages, and its intersections from 1.", nameof(settings));
        }

        _loop = loop;
        _settings = settings;
        _orders = new CentreOrders(settings, program);
        _values = new ControllerValues(loop, settings, program, _orders);
    }

    /// <summary>Frames and octets that could not be read, and frames for others.</summary>
    public long Ignored { get; private set; }

    /// <summary>Serves hosts on UDP; traps go to the one that asked last.</summary>
    public void Serve(IDatagramPort port)
    {
        var escapes = _settings.Personalities.Contains(PersonalityTable.GbEscapesOnUdp);
        GbHost? host = null;
        port.Received = datagram =>
        {
            if (!GbFrame.TryParse(datagram.Bytes.Span, out var frame, out _))
            {
                Ignored++;
                return;
            }

            host ??= Add(new GbHost());
            host.Party = frame.Party;
            host.Send = octets => port.Answer(datagram, escapes ? GbEscape.Add(octets) : octets);
            Receive(host, frame);
        };
    }

    /// <summary>Serves a host on a stream until it closes.</summary>
    public void Serve(IStreamPort port)
    {
        var host = Add(new GbHost { Send = octets => port.Send(GbEscape.Add(octets)) });
        var reader = new GbStreamReader(
            frame =>
            {
                host.Party = frame.Party;
                Receive(host, frame);
            },
            (_, _) => Ignored++);
        port.Closed = _ => _hosts.Remove(host);
        port.Received = chunk => reader.Add(chunk.Bytes.Span);
    }

    /// <summary>Raises an alarm: it is remembered, and told to every host that has spoken.</summary>
    /// <param name="kind">Its kind, for example 0x60 for the environment.</param>
    /// <param name="value">Its value, for example 0x70 for the cabinet door.</param>
    public void RaiseAlarm(byte kind, byte value) => Tell(_values.Remember(isFault: false, kind, value));

    /// <summary>Reports a fault: it is remembered, and told to every host that has spoken.</summary>
    /// <param name="kind">Its kind, for example 0x20 for a red lamp.</param>
    /// <param name="action">What the controller did about it, for example 0x10 for flash.</param>
    public void ReportFault(byte kind, byte action) => Tell(_values.Remember(isFault: true, kind, action));

    private GbHost Add(GbHost host)
    {
        _hosts.Add(host);
        return host;
    }

    private void Tell(GbReport report)
    {
        foreach (var host in _hosts)
        {
            if (host.Party is { } party)
            {
                Send(host, GbFrame.Of(party, ++_sequence, GbFrameType.Trap, report.Values()));
            }
        }
    }

    private void Receive(GbHost host, GbFrame frame)
    {
        if (frame.Party.ControllerId != _settings.ControllerId || (frame.Party.IntersectionId != 0 && frame.Party.IntersectionId != _settings.IntersectionId))
        {
            Ignored++;
            return;
        }

        switch (frame.Type)
        {
            case GbFrameType.Query:
                Answer(host, frame, GbFrameType.QueryReply, GbFrameType.QueryError, Query(frame));
                break;
            case GbFrameType.Set:
                Answer(host, frame, GbFrameType.SetReply, GbFrameType.SetError, Set(frame));
                break;
            case GbFrameType.HeartbeatQuery:
                var vendor = _settings.Personalities.Contains(PersonalityTable.GbHeartbeat71);
                Send(host, Reply(frame, vendor ? GbFrameType.VendorHeartbeatReply : GbFrameType.HeartbeatReply, []));
                break;
            default:
                Ignored++;
                break;
        }
    }

    private ImmutableArray<(GbObject Value, ImmutableArray<byte> Data, GbErrorCode? Error)> Query(GbFrame frame) =>
    [
        .. frame.Objects.Select(value => _values.Read(value.Id) is { } data
            ? (value, data, (GbErrorCode?)null)
            : (value, ImmutableArray<byte>.Empty, GbErrorCode.NotThere)),
    ];

    // All or nothing: when one value is refused, none is set.
    private ImmutableArray<(GbObject Value, ImmutableArray<byte> Data, GbErrorCode? Error)> Set(GbFrame frame)
    {
        ImmutableArray<(GbObject Value, ImmutableArray<byte> Data, GbErrorCode? Error)> outcome =
        [
            .. frame.Objects.Select(value => (value, ImmutableArray<byte>.Empty, CheckSet(value))),
        ];
        if (outcome.All(value => value.Error is null))
        {
            foreach (var value in frame.Objects)
            {
                _orders.Follow(value.Id, value.Data[0]);
            }
        }

        return outcome;
    }

    private GbErrorCode? CheckSet(GbObject value) =>
        value.Id.Class == 17 ? _orders.Check(value.Id, value.Data)
        : _values.Read(value.Id) is null ? GbErrorCode.NotThere : GbErrorCode.ReadOnly;

    private void Answer(
        GbHost host, GbFrame request, GbFrameType reply, GbFrameType error, ImmutableArray<(GbObject Value, ImmutableArray<byte> Data, GbErrorCode? Error)> outcome)
    {
        var refused = outcome.Where(value => value.Error is not null).ToImmutableArray();
        Send(host, refused.IsEmpty
            ? Reply(request, reply, outcome.Select(value => value.Value with { Data = value.Data }))
            : Reply(request, error, refused.Select(value => value.Value with { Data = [(byte)value.Error!.Value] })));
    }

    private GbFrame Reply(GbFrame request, GbFrameType type, IEnumerable<GbObject> values) => new()
    {
        Party = _settings.Personalities.Contains(PersonalityTable.GbVersion100) ? request.Party with { Version = GbParty.Version100 } : request.Party,
        Sequence = _settings.Personalities.Contains(PersonalityTable.GbOwnSequence) ? (byte)(request.Sequence + 1) : request.Sequence,
        Type = type,
        Objects = [.. values],
    };

    private void Send(GbHost host, GbFrame frame)
    {
        var octets = frame.Encode();
        var send = host.Send!;
        _loop.Schedule(_loop.Now + _settings.AnswerDelay, () =>
        {
            try
            {
                send(octets);
            }
            catch (LinkException)
            {
                // The host has gone; a controller goes on.
                Ignored++;
            }
        });
    }
}
