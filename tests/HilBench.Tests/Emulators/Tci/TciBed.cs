using System.Collections.Immutable;
using HilBench.Drivers.Tci;
using HilBench.Emulators;
using HilBench.Emulators.Tci;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.J2735;
using HilBench.Wire.Nmea;
using HilBench.Wire.Tci;

namespace HilBench.Tests.Emulators.Tci;

/// <summary>An on-board unit with the Test Control Interface on wires in memory under the virtual clock, and the bench's driver at the other end.</summary>
internal sealed class TciBed : IDisposable
{
    public static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    public static readonly byte[] Mac = [2, 0, 0, 0, 0, 0x21];
    private readonly SteeredPorts _ports;
    private readonly IDisposable _unit;

    public TciBed(string[]? personalities = null, TciEncoding encoding = TciEncoding.Oer, TciStandard standard = TciStandard.J29451, TciEncoding? ours = null)
    {
        Loop = EventLoop.CreateVirtual(Noon);
        var gnss = new MemoryWire(Loop, "gnss", TimeSpan.Zero);
        var air = new MemoryWire(Loop, "air", TimeSpan.Zero);
        var tci = new MemoryWire(Loop, "obu1.tci", TimeSpan.FromMilliseconds(1));
        _ports = new SteeredPorts(Loop, gnss.B, air.B);
        _unit = new ObuEmulator(Loop, Settings, _ports.Gnss, _ports.Air).Start(Noon);
        _ = new TciApplication(Loop, new TciSettings("HilBench OBU", "1.2", encoding, (personalities ?? []).ToImmutableHashSet(StringComparer.Ordinal)), tci.B, _ports);
        (Gnss, Air, Port) = (gnss.A, air.A, tci.A);
        Driver = new TciDriver(Loop, Plan, tci.A, new TciAgreement(ours ?? encoding, standard, TimeSpan.FromSeconds(1)));
        Proven = new ProvenTransmission(Loop, Driver, TimeSpan.FromSeconds(1));
        Air.Received = Receive;
    }

    public static ObuSettings Settings { get; } = new([.. Mac], 1.8, 4.5, [], Seed: 1);

    public static OnBoardUnitPlan Plan { get; } = new()
    {
        Name = "obu1",
        Hosting = DeviceHosting.Process,
        Dut = true,
        Defects = [],
        Address = new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty),
        Mac = [.. Mac],
    };

    public EventLoop Loop { get; }

    public IDatagramPort Gnss { get; }

    public IDatagramPort Air { get; }

    public IDatagramPort Port { get; }

    public TciDriver Driver { get; }

    public ProvenTransmission Proven { get; }

    public List<BasicSafetyMessage> Bsms { get; } = [];

    public Task PauseAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), Loop.Time);

    /// <summary>Gives the unit's receiver a place near San Francisco, every 100 ms.</summary>
    public IDisposable Fixes() =>
        Loop.Every(Loop.Now, TimeSpan.FromMilliseconds(100), at => Gnss.Send(new GnssFix(at.ToUtc(), 37.7, -122.4, 20, -32, 10, 90).Encode()));

    public void Dispose()
    {
        _unit.Dispose();
        _ports.Dispose();
        Loop.Dispose();
    }

    private void Receive(Datagram datagram)
    {
        Proven.Observe(datagram);
        Assert.That(EthernetFrame.TryParse(datagram.Bytes, out var frame, out _) && WsmpMessage.TryParse(frame.Payload.Span, out var wsm, out _)
            && Dot2Data.TryUnwrap(wsm.Payload.Span, out var message, out _) && MessageFrame.Decode(message).Value.Value is BasicSafetyMessage bsm && Keep(bsm));
    }

    private bool Keep(BasicSafetyMessage bsm)
    {
        Bsms.Add(bsm);
        return true;
    }
}
