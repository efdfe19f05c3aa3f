using System.Collections.Immutable;
using HilBench.Emulators.Obu;
using HilBench.Emulators.Rsu;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>All kinds of device that can be emulated. One place: a new link is a slot here and a port given to the device below it.</summary>
public static class DeviceKinds
{
    /// <summary>The link of an SNMP agent, which devices of a rig may have. Not in settings documents: they hold no secrets.</summary>
    public const string Snmp = "snmp";

    /// <summary>The kinds.</summary>
    public static ImmutableArray<DeviceKind> All { get; } =
    [
        new(
            DefectTable.Controller,
            "signalController",
            settings => settings.SignalController is not null,
            Controller,
            new("spat", LinkUse.Sends, 6053, "SPaT feed, TSCBM at 10 Hz"),
            new("lamps", LinkUse.Sends, 50_001, "lamps, as an output monitor sees them"),
            new("detectors", LinkUse.Listens, 50_002, "detectors, push buttons and plan")),
        new(
            DefectTable.Rsu,
            "rsu",
            settings => settings.Rsu is not null,
            RoadSideUnit,
            new("spat", LinkUse.Listens, 6053, "SPaT feed of the controller, TSCBM"),
            new("ifm", LinkUse.Listens, 1516, "messages for immediate forwarding"),
            new("store", LinkUse.Listens, 50_003, "messages for store and repeat"),
            new("air", LinkUse.Sends, 50_004, "air interface, Ethernet frames")),
        new(
            DefectTable.Obu,
            "obu",
            settings => settings.Obu is not null,
            OnBoardUnit,
            new("gnss", LinkUse.Listens, 10_110, "positions, NMEA 0183"),
            new("air", LinkUse.Sends, 50_004, "air interface, Ethernet frames")),
    ];

    private static Func<Instant, IDisposable> Controller(EventLoop loop, EmulatorSettings settings, LinkSet links)
    {
        var controller = links.Find(Snmp) is { } snmp && settings.Agent is { } agent
            ? new SignalControllerEmulator(loop, settings.SignalController!, links["spat"], links["lamps"], links["detectors"], snmp, agent)
            : new SignalControllerEmulator(loop, settings.SignalController!, links["spat"], links["lamps"], links["detectors"]);
        return controller.Start;
    }

    private static Func<Instant, IDisposable> RoadSideUnit(EventLoop loop, EmulatorSettings settings, LinkSet links)
    {
        var ports = new RsuPorts(links["spat"], links["ifm"], links["store"], links["air"]) { Snmp = links.Find(Snmp) };
        var unit = new RsuEmulator(loop, settings.Rsu!, ports, ports.Snmp is null ? null : settings.Management);
        return _ => new Ending(unit.Stop);
    }

    private static Func<Instant, IDisposable> OnBoardUnit(EventLoop loop, EmulatorSettings settings, LinkSet links)
    {
        var unit = new ObuEmulator(loop, settings.Obu!, new ObuLinks { Air = links["air"], Gnss = links.Find("gnss"), GnssLine = links.FindLine("gnss") });
        return unit.Start;
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
