using HilBench.Emulators;
using HilBench.Emulators.Ntcip1202;
using HilBench.Emulators.Snmp;
using HilBench.Links;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Snmp;
using HilBench.Wire.Tscbm;

namespace HilBench.Tests.Emulators.Ntcip1202;

/// <summary>An emulated controller of eight phases under the virtual clock, with its lamps, its feed and its objects before the test.</summary>
internal sealed class ControllerBench : IDisposable
{
    public static readonly Instant Start = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    private static readonly ObjectId Asc = ObjectId.Parse("1.3.6.1.4.1.1206.4.2.1");

    private readonly MemoryWire _detectors;
    private uint _sequence;

    public ControllerBench(Ntcip1202Settings? ntcip = null, SnmpAgentSettings? agent = null)
    {
        Loop = EventLoop.CreateVirtual(Start);
        var spat = new MemoryWire(Loop, "spat", TimeSpan.Zero);
        var lamps = new MemoryWire(Loop, "lamps", TimeSpan.Zero);
        _detectors = new MemoryWire(Loop, "detectors", TimeSpan.Zero);
        var settings = new SignalControllerSettings([Plan(1), Plan(2)], []) { Ntcip = ntcip ?? new Ntcip1202Settings() };
        var snmp = new MemoryWire(Loop, "snmp", TimeSpan.FromMilliseconds(1));
        Controller = new SignalControllerEmulator(Loop, settings, spat.A, lamps.A, _detectors.B, snmp.A, agent ?? new SnmpAgentSettings());
        Snmp = snmp.B;
        spat.B.Received = datagram =>
        {
            Assert.That(TscbmMessage.TryParse(datagram.Bytes.Span, out var message, out var error), error?.ToString());
            Feed.Add(message!);
        };
        lamps.B.Received = datagram =>
        {
            Assert.That(LampStates.TryParse(datagram.Bytes.Span, out var states, out _));
            Lamps = states!;
        };
        Controller.Start(Start);
    }

    public EventLoop Loop { get; }

    public SignalControllerEmulator Controller { get; }

    /// <summary>The bench's end of the wire to the agent.</summary>
    public IDatagramPort Snmp { get; }

    public IManagedObjects Objects => Controller.Objects;

    public List<TscbmMessage> Feed { get; } = [];

    public LampStates Lamps { get; private set; } = new(0, 0, 0, 0, 0, 0, 0);

    private static TimingPlan Plan(int number) => new(
        number,
        [
            .. Enumerable.Range(1, 8).Select(phase => new PhaseTiming(
                phase, phase <= 4 ? 1 : 2, ((phase - 1) % 4 / 2) + 1, 5, 3, 30, 4, 1, phase % 2 == 0 ? 7 : 0, phase % 2 == 0 ? 11 : 0, Recall.None)),
        ]);

    /// <summary>Lets time pass.</summary>
    public void Run(double seconds) => Loop.Run(() => Task.Delay(TimeSpan.FromSeconds(seconds), Loop.Time));

    public void Detect(int vehicles, int buttons = 0, byte plan = 0) =>
        _detectors.A.Send(new DetectorInputs(_sequence++, (ushort)vehicles, (ushort)buttons, plan).Encode());

    /// <summary>An instance below the controller's objects, for example <c>1.5.1.4.1</c>.</summary>
    public static ObjectId Id(string tail) => tail.StartsWith("1.3.6.", StringComparison.Ordinal) ? ObjectId.Parse(tail) : Asc.Append(ObjectId.Parse(tail).Parts);

    public long Number(string tail)
    {
        var value = Objects.Get(Id(tail));
        Assert.That(value.IsException, Is.False, $"{tail}: {value}");
        return value.Number;
    }

    public SnmpError Set(string tail, int value) => Set(tail, SnmpValue.Integer32(value));

    public SnmpError Set(string tail, SnmpValue value)
    {
        VariableBinding[] bindings = [new(Id(tail), value)];
        var (error, _) = Objects.Check(bindings);
        if (error == SnmpError.NoError)
        {
            Objects.Assign(bindings);
        }

        return error;
    }

    public void Dispose() => Loop.Dispose();
}
