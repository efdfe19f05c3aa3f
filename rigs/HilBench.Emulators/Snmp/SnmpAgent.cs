using System.Security.Cryptography;
using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>
/// An SNMP agent of v1, v2c and v3 on a datagram port. What is not understood, not authentic or not in time is dropped or answered by a report,
/// as the standards say, and never reaches the objects.
/// </summary>
internal sealed class SnmpAgent
{
    // Octets of a message around its bindings, at most: the longest engine id, user name and code.
    private const int Overhead = 256;

    private readonly SnmpAgentSettings _settings;
    private readonly EventLoop _loop;
    private readonly IDatagramPort _port;
    private readonly AgentQuirks _quirks;
    private readonly UserGate _users;
    private readonly ObjectAccess _access;
    private readonly byte[]? _readCommunity;
    private readonly byte[]? _writeCommunity;

    /// <summary>Starts the agent.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="settings">Who may ask.</param>
    /// <param name="port">Where it is asked.</param>
    /// <param name="objects">What it gives access to; roots not within one another. Its own engine's objects (RFC 3411 5, RFC 3414 5) are added.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public SnmpAgent(EventLoop loop, SnmpAgentSettings settings, IDatagramPort port, params IReadOnlyList<IManagedObjects> objects)
    {
        SnmpAgentRanges.Check(settings);
        _settings = settings;
        _loop = loop;
        _port = port;
        _quirks = new AgentQuirks(settings.Personalities);
        Engine = new AgentEngine(loop, settings.Engine, settings.Boots);
        _users = new UserGate(Engine, settings.Users, SnmpAgentSettings.LongestMessageOctets, _quirks);
        var forest = new ObjectForest([.. objects, EngineObjects.Of(Engine, SnmpAgentSettings.LongestMessageOctets), Engine.Statistics.Objects()]);
        _access = new ObjectAccess(_quirks.WalksForEver ? new EndlessObjects(forest) : forest, _quirks.Limit(settings.MaxBindings));
        _readCommunity = settings.ReadCommunity?.RevealOctets();
        _writeCommunity = settings.WriteCommunity?.RevealOctets();
        port.Received = Receive;
    }

    /// <summary>Its engine.</summary>
    public AgentEngine Engine { get; }

    /// <summary>Messages that were dropped: not understood, of a community that is not known, or answers that could not be sent.</summary>
    public long Dropped { get; private set; }

    /// <summary>The answer to a message; null when it gets none.</summary>
    public byte[]? Answer(ReadOnlySpan<byte> octets)
    {
        var answer = SnmpMessage.VersionOf(octets, out _) switch
        {
            SnmpVersion.V1 or SnmpVersion.V2c => AnswerCommunity(octets),
            SnmpVersion.V3 => AnswerUser(octets),
            _ => null,
        };
        Dropped += answer is null ? 1 : 0;
        return answer;
    }

    private static bool IsRequest(SnmpPdu pdu) => pdu.Kind is PduKind.Get or PduKind.GetNext or PduKind.GetBulk or PduKind.Set;

    private static bool Is(ReadOnlyMemory<byte> community, byte[]? known) =>
        known is not null && CryptographicOperations.FixedTimeEquals(community.Span, known);

    private void Receive(Datagram datagram)
    {
        if (Answer(datagram.Bytes.Span) is not { } answer)
        {
            return;
        }

        if (_quirks.AnswersLate)
        {
            _loop.Schedule(_loop.Now + AgentQuirks.Lateness, () => Send(datagram, answer));
        }
        else
        {
            Send(datagram, answer);
        }
    }

    private void Send(Datagram request, byte[] answer)
    {
        try
        {
            _port.Answer(request, answer);
        }
        catch (LinkException)
        {
            // Whoever asked has gone; the agent goes on.
            Dropped++;
        }
    }

    private byte[]? AnswerCommunity(ReadOnlySpan<byte> octets)
    {
        if (!CommunityMessage.TryParse(octets, out var message, out _) || !IsRequest(message.Pdu))
        {
            return null;
        }

        var mayWrite = Is(message.Community, _writeCommunity);
        if (!mayWrite && !Is(message.Community, _readCommunity))
        {
            return null;
        }

        var answer = _access.Answer(message.Version, message.Pdu, mayWrite, _settings.MaxMessageOctets - Overhead);
        return _quirks.Encode((message with { Pdu = _quirks.Bend(answer) }).Encode());
    }

    private byte[]? AnswerUser(ReadOnlySpan<byte> octets)
    {
        if (!UsmMessage.TryParse(octets, out var message, out _))
        {
            return null;
        }

        if (!_users.TryOpen(message, out var request, out var report))
        {
            return report;
        }

        if (!IsRequest(request.Scoped.Pdu))
        {
            return null;
        }

        var budget = Math.Min(_settings.MaxMessageOctets, request.Head.MaxSize) - Overhead;
        var answer = request.Head.Level < request.User.Least
            ? new SnmpPdu(PduKind.Response, request.Scoped.Pdu.RequestId, request.Scoped.Pdu.Bindings) { Error = SnmpError.AuthorizationError }
            : _access.Answer(SnmpVersion.V3, request.Scoped.Pdu, request.User.MayWrite, budget);
        return _users.Seal(request, _quirks.Bend(answer));
    }
}
