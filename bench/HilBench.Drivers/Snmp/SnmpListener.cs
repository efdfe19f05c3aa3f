using System.Security.Cryptography;
using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>
/// Takes traps of v1, v2c and v3 and informs of v2c, which it answers. What is of a community or user that is not known, not authentic, or older than
/// what the same engine said before (RFC 3414 3.2 (7) (b)) is counted and dropped.
/// </summary>
public sealed class SnmpListener
{
    private const int MaxEngines = 256;

    private readonly EventLoop _loop;
    private readonly IDatagramPort _port;
    private readonly byte[]? _community;
    private readonly Dictionary<string, UsmUser> _users;
    private readonly Dictionary<(string User, EngineId Engine), (UsmKeys Keys, EngineClock Clock)> _engines = [];
    private readonly Dictionary<string, UsmKeyRing> _rings;

    /// <summary>Starts listening.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Whose notifications are taken.</param>
    /// <param name="port">Where they come.</param>
    /// <exception cref="ArgumentException">A user has too short a password.</exception>
    public SnmpListener(EventLoop loop, SnmpListenerSettings settings, IDatagramPort port)
    {
        _loop = loop;
        _port = port;
        _community = settings.Community?.RevealOctets();
        _users = settings.Users.ToDictionary(user => user.Name, StringComparer.Ordinal);
        _rings = _users.Values.ToDictionary(user => user.Name, user => new UsmKeyRing(user), StringComparer.Ordinal);
        port.Received = Receive;
    }

    /// <summary>Called on the loop for each notification.</summary>
    public Action<SnmpNotification>? Notified { get; set; }

    /// <summary>Messages that were dropped.</summary>
    public long Dropped { get; private set; }

    private void Receive(Datagram datagram)
    {
        var octets = datagram.Bytes.Span;
        var notification = SnmpMessage.VersionOf(octets, out _) switch
        {
            SnmpVersion.V1 or SnmpVersion.V2c => OfCommunity(datagram),
            SnmpVersion.V3 => OfUser(octets),
            _ => null,
        };
        if (notification is null)
        {
            Dropped++;
        }
        else
        {
            Notified?.Invoke(notification);
        }
    }

    private SnmpNotification? OfCommunity(Datagram datagram)
    {
        if (!CommunityMessage.TryParse(datagram.Bytes.Span, out var message, out _)
            || _community is null || !CryptographicOperations.FixedTimeEquals(message.Community.Span, _community))
        {
            return null;
        }

        if (message.Pdu.Trap is { } head)
        {
            return new SnmpNotification(message.Version, SecurityLevel.NoAuthNoPriv, TrapName.Of(head), head.TimeStamp, message.Pdu.Bindings);
        }

        var notification = Read(message.Pdu, message.Version, SecurityLevel.NoAuthNoPriv);
        if (notification is not null && message.Pdu.Kind == PduKind.Inform)
        {
            Acknowledge(datagram, message);
        }

        return notification;
    }

    private void Acknowledge(Datagram datagram, CommunityMessage inform)
    {
        try
        {
            _port.Answer(datagram, (inform with { Pdu = inform.Pdu with { Kind = PduKind.Response } }).Encode());
        }
        catch (LinkException)
        {
            // The agent has gone; what it told is taken all the same.
            Dropped++;
        }
    }

    private SnmpNotification? OfUser(ReadOnlySpan<byte> octets)
    {
        if (!UsmMessage.TryParse(octets, out var message, out _)
            || !_users.TryGetValue(message.Head.User, out var user) || message.Head.Level != user.Level)
        {
            return null;
        }

        // Of a trap, the sender's engine is the one that counts (RFC 3414 1.5.1).
        UsmKeys? keys = null;
        if (user.Level != SecurityLevel.NoAuthNoPriv)
        {
            var place = (user.Name, message.Head.Engine);
            var known = _engines.TryGetValue(place, out var engine) ? engine : (_rings[user.Name].For(message.Head.Engine), new EngineClock(_loop));
            keys = known.Item1;
            if (!message.IsAuthentic(keys) || !known.Item2.Accept(message.Head) || (_engines.Count >= MaxEngines && !_engines.ContainsKey(place)))
            {
                return null;
            }

            _engines[place] = known;
        }

        return message.TryOpen(keys, out var scoped, out _) && scoped.Pdu.Kind == PduKind.Trap ? Read(scoped.Pdu, SnmpVersion.V3, user.Level) : null;
    }

    private static SnmpNotification? Read(SnmpPdu pdu, SnmpVersion version, SecurityLevel level) =>
        pdu.Kind is PduKind.Trap or PduKind.Inform && pdu.Bindings.Length >= 2
        && pdu.Bindings[0].Name == TrapName.UpTime && pdu.Bindings[1].Name == TrapName.Name && pdu.Bindings[1].Value.Id is { } name
            ? new SnmpNotification(version, level, name, (uint)pdu.Bindings[0].Value.Number, [.. pdu.Bindings[2..]])
            : null;
}
