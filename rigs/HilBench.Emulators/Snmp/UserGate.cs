using System.Diagnostics.CodeAnalysis;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>Lets requests of SNMPv3 in that are authentic and in time, and says why others are not (RFC 3414 3.2).</summary>
internal sealed class UserGate
{
    // RFC 3412 5, snmpUnknownPDUHandlers; RFC 3413 4.1.2, snmpUnknownContexts.
    private static readonly ObjectId UnknownHandlers = new(1, 3, 6, 1, 6, 3, 11, 2, 1, 3, 0);
    private static readonly ObjectId UnknownContexts = new(1, 3, 6, 1, 6, 3, 12, 1, 5, 0);

    private readonly AgentEngine _engine;
    private readonly int _maxSize;
    private readonly AgentQuirks _quirks;
    private readonly Dictionary<string, (SnmpAgentUser User, UsmKeyRing Keys)> _users;
    private uint _unknownHandlers;
    private uint _unknownContexts;

    /// <summary>Builds the gate.</summary>
    /// <param name="engine">The agent's engine.</param>
    /// <param name="users">Who is known.</param>
    /// <param name="maxSize">Octets of the longest message that the agent takes.</param>
    /// <param name="quirks">What the agent does its own way.</param>
    /// <exception cref="ArgumentException">A user has too short a password, or two have one name.</exception>
    public UserGate(AgentEngine engine, IEnumerable<SnmpAgentUser> users, int maxSize, AgentQuirks quirks)
    {
        _engine = engine;
        _maxSize = maxSize;
        _quirks = quirks;
        _users = users.ToDictionary(user => user.User.Name, user => (user, new UsmKeyRing(user.User)), StringComparer.Ordinal);
    }

    /// <summary>Opens a request.</summary>
    /// <param name="message">What arrived.</param>
    /// <param name="request">The request, and who asks.</param>
    /// <param name="report">What the requester is told instead; null: nothing.</param>
    public bool TryOpen(UsmMessage message, [NotNullWhen(true)] out AgentRequest? request, out byte[]? report)
    {
        request = null;
        report = null;
        var head = message.Head;
        if (!head.Engine.Equals(_engine.Id))
        {
            report = Report(message, UsmStatistic.UnknownEngineIds, null);
            return false;
        }

        if (!_users.TryGetValue(head.User, out var known))
        {
            report = Report(message, UsmStatistic.UnknownUserNames, null);
            return false;
        }

        if (head.Level > known.User.User.Level)
        {
            report = Report(message, UsmStatistic.UnsupportedSecurityLevels, null);
            return false;
        }

        var keys = head.Level == SecurityLevel.NoAuthNoPriv ? null : known.Keys.For(_engine.Id);
        if (keys is not null && !message.IsAuthentic(keys))
        {
            report = Report(message, UsmStatistic.WrongDigests, null);
            return false;
        }

        if (keys is not null && !_engine.IsInTime(head))
        {
            report = Report(message, UsmStatistic.NotInTimeWindows, keys);
            return false;
        }

        if (!message.TryOpen(keys, out var scoped, out _))
        {
            // What does not decrypt to a scoped PDU is no message (RFC 3412 7.2), and gets no answer; agents of the field do the same.
            _engine.Statistics.Count(UsmStatistic.DecryptionErrors);
            return false;
        }

        report = CheckContext(head, scoped, keys);
        request = report is null ? new AgentRequest(head, scoped, keys, known.User) : null;
        return request is not null;
    }

    /// <summary>Puts the answer to a request into a message.</summary>
    public byte[] Seal(AgentRequest request, SnmpPdu answer) =>
        Encode(request.Head, request.Head.Level, request.Keys, request.Scoped with { Pdu = answer });

    private byte[] Encode(UsmHead request, SecurityLevel level, UsmKeys? keys, ScopedPdu scoped)
    {
        var head = new UsmHead(request.MessageId, _maxSize, level, Reportable: false, _engine.Id, _engine.Boots, _engine.Time, request.User);
        return UsmMessage.Encode(head, scoped, keys, _engine.NextSalt(), _quirks.Encode);
    }

    private byte[]? CheckContext(UsmHead head, ScopedPdu scoped, UsmKeys? keys)
    {
        VariableBinding? counter = null;
        if (!scoped.ContextEngine.Equals(_engine.Id))
        {
            counter = new VariableBinding(UnknownHandlers, SnmpValue.Counting(SnmpSyntax.Counter32, ++_unknownHandlers));
        }
        else if (scoped.ContextName.Length > 0)
        {
            counter = new VariableBinding(UnknownContexts, SnmpValue.Counting(SnmpSyntax.Counter32, ++_unknownContexts));
        }

        return counter is null ? null
            : Encode(head, head.Level, keys, new ScopedPdu(_engine.Id, "", new SnmpPdu(PduKind.Report, scoped.Pdu.RequestId, [counter])));
    }

    // A report is authenticated only when it tells the time (RFC 3414 3.2 (7)). RFC 3412 7.1 (3): its request id is the request's when that can be read, else 0.
    private byte[]? Report(UsmMessage message, UsmStatistic why, UsmKeys? keys)
    {
        var counter = _engine.Statistics.Count(why);
        if (!message.Head.Reportable || (_quirks.IsSilent && why is not (UsmStatistic.UnknownEngineIds or UsmStatistic.NotInTimeWindows)))
        {
            return null;
        }

        var requestId = message.Head.Level != SecurityLevel.AuthPriv && message.TryOpen(null, out var scoped, out _) ? scoped.Pdu.RequestId : 0;
        var level = keys is null ? SecurityLevel.NoAuthNoPriv : SecurityLevel.AuthNoPriv;
        return Encode(message.Head, level, keys, new ScopedPdu(_engine.Id, "", new SnmpPdu(PduKind.Report, requestId, [counter])));
    }
}
