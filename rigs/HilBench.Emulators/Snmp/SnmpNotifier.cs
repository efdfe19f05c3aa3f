using HilBench.Links;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>Tells one host that something happened: traps of v1, v2c and v3, and informs of v2c, which are sent again until they are answered.</summary>
internal sealed class SnmpNotifier
{
    private const int MaxUnanswered = 64;

    private readonly EventLoop _loop;
    private readonly AgentEngine _engine;
    private readonly SnmpNotifierSettings _settings;
    private readonly IDatagramPort _host;
    private readonly UsmKeys? _keys;
    private readonly Dictionary<int, IDisposable> _unanswered = [];
    private int _id;

    /// <summary>Builds the notifier.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="engine">The agent's engine.</param>
    /// <param name="settings">How to speak.</param>
    /// <param name="host">The link to the host.</param>
    /// <exception cref="ArgumentException">A setting is missing, or the version does not have it.</exception>
    public SnmpNotifier(EventLoop loop, AgentEngine engine, SnmpNotifierSettings settings, IDatagramPort host)
    {
        if (settings.Version == SnmpVersion.V3 ? settings.User is null : settings.Community is null)
        {
            throw new ArgumentException($"Notifications of {settings.Version} need a {(settings.Version == SnmpVersion.V3 ? "user" : "community")}.", nameof(settings));
        }

        if (settings.Acknowledged && settings.Version != SnmpVersion.V2c)
        {
            throw new ArgumentException($"Informs are sent by SNMPv2c only, not by {settings.Version}: take another version, or traps.", nameof(settings));
        }

        _loop = loop;
        _engine = engine;
        _settings = settings;
        _host = host;
        _keys = settings.Version == SnmpVersion.V3 ? new UsmKeyRing(settings.User!).For(engine.Id) : null;
        if (settings.Acknowledged)
        {
            host.Received = Receive;
        }
    }

    /// <summary>Informs that were answered.</summary>
    public long Answered { get; private set; }

    /// <summary>Notifications that could not be sent, and informs that nobody answered.</summary>
    public long Lost { get; private set; }

    /// <summary>Tells that something happened.</summary>
    /// <param name="name">The notification's name, at least three sub-identifiers.</param>
    /// <param name="bindings">What it says.</param>
    public void Notify(ObjectId name, params IReadOnlyList<VariableBinding> bindings)
    {
        var pdu = _settings.Version == SnmpVersion.V1
            ? new SnmpPdu(PduKind.TrapV1, 0, [.. bindings]) { Trap = TrapName.HeadOf(name, _settings.Device, _settings.Address, _engine.UpTime) }
            : new SnmpPdu(_settings.Acknowledged ? PduKind.Inform : PduKind.Trap, ++_id,
            [
                new(TrapName.UpTime, SnmpValue.Counting(SnmpSyntax.TimeTicks, _engine.UpTime)),
                new(TrapName.Name, SnmpValue.Of(name)),
                .. bindings,
            ]);
        var octets = Encode(pdu);
        if (!_settings.Acknowledged)
        {
            Send(octets);
        }
        else if (_unanswered.Count < MaxUnanswered)
        {
            Await(pdu.RequestId, octets, _settings.Retries);
        }
        else
        {
            Lost++;
        }
    }

    private byte[] Encode(SnmpPdu pdu)
    {
        if (_settings.Version != SnmpVersion.V3)
        {
            return new CommunityMessage(_settings.Version, _settings.Community!.RevealOctets(), pdu).Encode();
        }

        var head = new UsmHead(
            pdu.RequestId, SnmpAgentSettings.LongestMessageOctets, _settings.User!.Level, Reportable: false, _engine.Id, _engine.Boots, _engine.Time, _settings.User.Name);
        return UsmMessage.Encode(head, new ScopedPdu(_engine.Id, "", pdu), _keys, _engine.NextSalt());
    }

    private void Await(int id, byte[] octets, int retries)
    {
        Send(octets);
        _unanswered[id] = _loop.Schedule(_loop.Now + _settings.Timeout, () =>
        {
            _unanswered.Remove(id);
            if (retries > 0)
            {
                Await(id, octets, retries - 1);
            }
            else
            {
                Lost++;
            }
        });
    }

    private void Send(byte[] octets)
    {
        try
        {
            _host.Send(octets);
        }
        catch (LinkException)
        {
            // The host has gone; the device goes on.
            Lost++;
        }
    }

    private void Receive(Datagram datagram)
    {
        if (CommunityMessage.TryParse(datagram.Bytes.Span, out var answer, out _) && answer.Pdu.Kind == PduKind.Response
            && _unanswered.Remove(answer.Pdu.RequestId, out var timer))
        {
            timer.Dispose();
            Answered++;
        }
    }
}
