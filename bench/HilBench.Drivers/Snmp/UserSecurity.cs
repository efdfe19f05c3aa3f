using System.Diagnostics.CodeAnalysis;
using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>Messages of SNMPv3 for one user: asks for the agent's engine first, then keeps its clock and keys (RFC 3414 3, 4).</summary>
internal sealed class UserSecurity : ISessionSecurity
{
    private const int MaxSize = 65507;

    // RFC 3414 5, usmStats: why an agent refused a message.
    private static readonly ObjectId Statistics = new(1, 3, 6, 1, 6, 3, 15, 1, 1);

    private readonly EventLoop _loop;
    private readonly UsmKeyRing _keys;
    private readonly string _context;
    private ulong _salt;
    private EngineId? _engine;
    private EngineClock _clock;
    private bool _answered;

    public UserSecurity(EventLoop loop, SnmpSessionSettings settings)
    {
        _loop = loop;
        _keys = new UsmKeyRing(settings.User
            ?? throw new ArgumentException($"{settings.Agent}: SNMPv3 needs a user; give it one, or use SNMPv1 or SNMPv2c with a community.", nameof(settings)));
        _context = settings.Context;
        _salt = (ulong)loop.Now.UnixNanoseconds;
        _clock = new EngineClock(loop);
    }

    private UsmUser User => _keys.User;

    public byte[] Seal(SnmpPdu request)
    {
        if (_engine is null)
        {
            // RFC 3414 4: a message that nobody can authenticate, to be told the engine id.
            var probe = new UsmHead(request.RequestId, MaxSize, SecurityLevel.NoAuthNoPriv, Reportable: true, EngineId.None, 0, 0, "");
            return UsmMessage.Encode(probe, new ScopedPdu(EngineId.None, "", new SnmpPdu(PduKind.Get, request.RequestId, [])), null, 0);
        }

        var head = new UsmHead(request.RequestId, MaxSize, User.Level, Reportable: true, _engine, _clock.Boots, _clock.Time, User.Name);
        return UsmMessage.Encode(head, new ScopedPdu(_engine, _context, request), _keys.For(_engine), ++_salt);
    }

    public bool TryOpen(ReadOnlySpan<byte> octets, out int ticket, [NotNullWhen(true)] out SnmpPdu? answer, [NotNullWhen(false)] out string? refusal)
    {
        ticket = 0;
        answer = null;
        if (!UsmMessage.TryParse(octets, out var message, out var error))
        {
            refusal = error.Value.ToString();
            return false;
        }

        ticket = message.Head.MessageId;
        refusal = Distrust(message);
        if (refusal is not null)
        {
            return false;
        }

        var keys = message.Head.Level == SecurityLevel.NoAuthNoPriv ? null : _keys.For(message.Head.Engine);
        if (!message.TryOpen(keys, out var scoped, out error))
        {
            refusal = $"its scoped PDU cannot be read ({error}): the privacy password or algorithm is probably another";
            return false;
        }

        if (scoped.Pdu.Kind == PduKind.Report)
        {
            TakeEngine(message.Head);
        }
        else if (scoped.Pdu.Kind != PduKind.Response || message.Head.Level != User.Level || scoped.Pdu.RequestId != ticket)
        {
            // RFC 3412 7.2 (12): a response is protected as its request was.
            refusal = $"{scoped.Pdu.Kind} {scoped.Pdu.RequestId} at {message.Head.Level} instead of the response to {ticket} at {User.Level}";
            return false;
        }

        _answered |= scoped.Pdu.Kind == PduKind.Response;
        answer = scoped.Pdu;
        return true;
    }

    public string? Judge(SnmpPdu report)
    {
        var name = report.Bindings is [var binding, ..] ? binding.Name : new ObjectId();
        return name.IsWithin(Statistics) && name.Length > Statistics.Length ? name[Statistics.Length] switch
        {
            1 => $"The agent does not have {User.Level} for user '{User.Name}': check which algorithms the agent gives this user.",
            2 or 4 => null, // Its clock or its engine id was not known yet, and is now.
            3 => $"The agent does not know user '{User.Name}': check the user's name, and that it is set up in the agent.",
            5 => $"The agent says that the authentication of user '{User.Name}' is wrong: check the authentication password and algorithm ({User.Authentication}).",
            6 => $"The agent cannot decrypt messages of user '{User.Name}': check the privacy password and algorithm ({User.Privacy}).",
            _ => $"The agent reports {name}.",
        }
            : $"The agent reports {name}: check the context '{_context}'.";
    }

    public string ExplainSilence() =>
        _engine is null ? "It did not even tell its engine id, which takes no password: check address and port, and that SNMPv3 is enabled."
        : _answered ? "It answered before: check that the device is up and the network is whole."
        : User.Level == SecurityLevel.AuthPriv
            ? $"It told its engine id {_engine}, but drops the requests of user '{User.Name}': agents do so when they cannot decrypt, so check the privacy password and algorithm ({User.Privacy})."
            : $"It told its engine id {_engine}, but drops the requests of user '{User.Name}': check the user's rights in the agent.";

    private string? Distrust(UsmMessage message)
    {
        var head = message.Head;
        if (head.Level == SecurityLevel.NoAuthNoPriv)
        {
            return null;
        }

        if (!head.Engine.Equals(_engine) || head.User != User.Name || head.Level > User.Level)
        {
            return $"it is of user '{head.User}' at {head.Level} and engine {head.Engine}, not of '{User.Name}' at {User.Level} and engine {_engine}";
        }

        if (!message.IsAuthentic(_keys.For(head.Engine)))
        {
            return "its authentication is wrong";
        }

        return _clock.Accept(head)
            ? null
            : $"its engine boots {head.Boots} and time {head.Time} s are before the agent's clock ({_clock.Boots}, {_clock.Time} s): an old message, or an agent that started again without counting it (RFC 3414 2.2.2)";
    }

    private void TakeEngine(UsmHead head)
    {
        if (head.Engine.IsNone)
        {
            return;
        }

        if (!head.Engine.Equals(_engine))
        {
            _engine = head.Engine;
            _clock = new EngineClock(_loop);
        }

        _clock.Guess(head);
    }
}
