using System.Net;
using HilBench.Emulators;
using HilBench.Emulators.Rsu;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Rsu;

/// <summary>A managed road-side unit on memory wires under the virtual clock: what it sends, and what it forwards to whom.</summary>
internal sealed class ManagedUnit : IDisposable
{
    public const string Rsu41 = "1.0.15628.4.1.";
    public const string Ntcip1218 = "1.3.6.1.4.1.1206.4.2.18.";

    public static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly MemoryWire _immediateForward;
    private readonly MemoryWire _air;
    private readonly string _root;

    public ManagedUnit(RsuMib mib, params string[] personalities)
        : this(mib, [], personalities)
    {
    }

    public ManagedUnit(RsuMib mib, IReadOnlyList<ImmediateForwardRow> rows, IReadOnlyList<string> personalities)
    {
        _root = mib == RsuMib.Rsu41 ? Rsu41 : Ntcip1218;
        Loop = EventLoop.CreateVirtual(Instant.FromUtc(Noon));
        _immediateForward = new MemoryWire(Loop, "ifm", TimeSpan.Zero);
        _air = new MemoryWire(Loop, "air", TimeSpan.Zero);
        var ports = new RsuPorts(new MemoryWire(Loop, "spat", TimeSpan.Zero).B, _immediateForward.B, new MemoryWire(Loop, "store", TimeSpan.Zero).B, _air.A);
        var settings = new RsuSettings(1, [], [.. rows], [2, 0, 0, 0, 0, 1], TimeSpan.Zero, [], 7) { Personalities = [.. personalities] };
        var management = new RsuManagementSettings(mib, new RsuPosition(42.3, -83.7, 250))
        {
            ReceivedLevels = new Dictionary<string, int>(StringComparer.Ordinal) { ["02:00:00:00:00:09"] = -90 },
            Dial = Dial,
        };
        Unit = new RsuEmulator(Loop, settings, ports, management);
        _air.B.Received = datagram =>
        {
            Assert.That(EthernetFrame.TryParse(datagram.Bytes, out var frame, out _) && WsmpMessage.TryParse(frame.Payload.Span, out var message, out _), Is.True);
            Assert.That(WsmpMessage.TryParse(frame!.Payload.Span, out message, out _), Is.True);
            Sent.Add((datagram.At.At.ToUtc() - Noon, message!));
        };
    }

    public EventLoop Loop { get; }

    public RsuEmulator Unit { get; }

    public IManagedObjects Objects => Unit.Objects!;

    /// <summary>What it put on the air, and when since noon.</summary>
    public List<(TimeSpan At, WsmpMessage Message)> Sent { get; } = [];

    /// <summary>What it sent to hosts.</summary>
    public List<(IPEndPoint Host, byte[] Datagram)> Forwarded { get; } = [];

    /// <summary>The messages it put on the air, without 1609.2, in hexadecimal.</summary>
    public string[] SentMessages => [.. Sent.Select(sent => Dot2Payload.TryTake(sent.Message.Payload.Span, out var inner) ? Convert.ToHexString(inner) : "no 1609.2")];

    public static VariableBinding Number(string name, int value) => new(ObjectId.Parse(name), SnmpValue.Integer32(value));

    public static VariableBinding Octets(string name, string hex) => new(ObjectId.Parse(name), SnmpValue.OctetString(Convert.FromHexString(hex)));

    public static VariableBinding Text(string name, string text) => new(ObjectId.Parse(name), SnmpValue.Text(text));

    /// <summary>A binding of the unit's MIB.</summary>
    public VariableBinding N(string name, int value) => Number(_root + name, value);

    /// <summary>The same, of octets.</summary>
    public VariableBinding X(string name, string hex) => Octets(_root + name, hex);

    /// <summary>The same, of text.</summary>
    public VariableBinding S(string name, string text) => Text(_root + name, text);

    /// <summary>Sets as an agent does: all or none.</summary>
    public SnmpError Set(params VariableBinding[] bindings)
    {
        var (error, place) = Objects.Check(bindings);
        Assert.That(place, error == SnmpError.NoError ? Is.Zero : Is.InRange(1, bindings.Length));
        if (error == SnmpError.NoError)
        {
            Objects.Assign(bindings);
        }

        return error;
    }

    /// <summary>Sets what has to be good.</summary>
    public void Do(params VariableBinding[] bindings) => Assert.That(Set(bindings), Is.EqualTo(SnmpError.NoError));

    public SnmpValue Get(string name) => Objects.Get(ObjectId.Parse(_root + name));

    public long Int(string name) => Get(name).Number;

    public string Hex(string name) => Convert.ToHexString(Get(name).Octets);

    /// <summary>Lets time pass.</summary>
    public void Wait(double seconds) => Loop.Run(() => Task.Delay(TimeSpan.FromSeconds(seconds), Loop.Time));

    /// <summary>Sends text for immediate forwarding.</summary>
    public void Forward(ImmediateForwardMessage message) => Forward(message.Encode());

    public void Forward(byte[] text)
    {
        _immediateForward.A.Send(text);
        Wait(0.05);
    }

    /// <summary>Lets the radio hear a frame.</summary>
    public void Hear(WsmpMessage message, byte lastOctetOfSender = 5)
    {
        _air.B.Send(new EthernetFrame
        {
            Destination = EthernetFrame.Broadcast,
            Source = new byte[] { 2, 0, 0, 0, 0, lastOctetOfSender },
            EtherType = WsmpMessage.EtherType,
            Payload = message.Encode(),
        }.Encode());
        Wait(0.05);
    }

    public void Dispose()
    {
        Unit.Stop();
        Loop.Dispose();
    }

    private IDatagramPort Dial(IPEndPoint host)
    {
        var wire = new MemoryWire(Loop, host.ToString(), TimeSpan.Zero);
        wire.B.Received = datagram => Forwarded.Add((host, datagram.Bytes.ToArray()));
        return wire.A;
    }
}
