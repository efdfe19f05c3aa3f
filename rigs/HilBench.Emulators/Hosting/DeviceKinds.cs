using System.Collections.Immutable;
using HilBench.Emulators.Etsi;
using HilBench.Emulators.GbT20999;
using HilBench.Emulators.Obu;
using HilBench.Emulators.OpenV2X;
using HilBench.Emulators.Rsu;
using HilBench.Emulators.Tci;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>All kinds of device that can be emulated. One place: a new link is a slot here and a port given to the device below it.</summary>
public static class DeviceKinds
{
    /// <summary>The link of an SNMP agent, which devices of a rig may have. Not in settings documents: they hold no secrets.</summary>
    public const string Snmp = "snmp";

    /// <summary>The link to a host that speaks GB/T 20999, which controllers may have.</summary>
    public const string GbT20999 = "gbt20999";

    /// <summary>The link of warnings, which on-board units may have.</summary>
    public const string Alerts = "alerts";

    /// <summary>The link of OmniAir's Test Control Interface, which on-board units may have.</summary>
    public const string TestControl = "tci";

    /// <summary>The line of a vehicle's bus, which on-board units may have.</summary>
    public const string VehicleBus = "bus";

    /// <summary>The link to the cloud platform's broker, which road-side units may have.</summary>
    public const string Cloud = "cloud";

    /// <summary>The link of an ETSI station's Upper Tester.</summary>
    public const string UpperTester = "ut";

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
            new("detectors", LinkUse.Listens, 50_002, "detectors, push buttons and plan"),
            new(GbT20999, LinkUse.Listens, 4050, "host and controller, GB/T 20999") { Optional = true }),
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
            new("air", LinkUse.Sends, 50_004, "air interface, Ethernet frames"),
            new(Alerts, LinkUse.Sends, 50_005, "warnings, lines of JSON") { Optional = true },
            new(TestControl, LinkUse.Listens, 13_001, "OmniAir Test Control Interface") { Optional = true }),
        new(
            PersonalityTable.EtsiStation,
            "etsiStation",
            settings => settings.EtsiStation is not null,
            Station,
            new("gnss", LinkUse.Listens, 10_110, "positions, NMEA 0183"),
            new("air", LinkUse.Sends, 50_004, "air interface, Ethernet frames"),
            new(UpperTester, LinkUse.Listens, 12_345, "ETSI Upper Tester")),
    ];

    private static Func<Instant, IDisposable> Controller(EventLoop loop, EmulatorSettings settings, LinkSet links)
    {
        var controller = links.Find(Snmp) is { } snmp && settings.Agent is { } agent
            ? new SignalControllerEmulator(loop, settings.SignalController!, links["spat"], links["lamps"], links["detectors"], snmp, agent)
            : new SignalControllerEmulator(loop, settings.SignalController!, links["spat"], links["lamps"], links["detectors"]);
        if (settings.GbT20999 is { } host)
        {
            Serve(new GbT20999Emulator(loop, host, controller.Program), links);
        }

        return controller.Start;
    }

    private static void Serve(GbT20999Emulator emulator, LinkSet links)
    {
        if (links.FindLine(GbT20999) is { } line)
        {
            emulator.Serve(line);
        }
        else if (links.Find(GbT20999) is { } port)
        {
            emulator.Serve(port);
        }
    }

    private static Func<Instant, IDisposable> RoadSideUnit(EventLoop loop, EmulatorSettings settings, LinkSet links)
    {
        var ports = new RsuPorts(links["spat"], links["ifm"], links["store"], links["air"]) { Snmp = links.Find(Snmp) };
        var unit = new RsuEmulator(loop, settings.Rsu!, ports, ports.Snmp is null ? null : settings.Management);
        var cloud = settings.Cloud is { } platform && links.FindBus(Cloud) is { } bus
            ? new OpenV2XRsuEmulator(loop, platform, bus, new DsmpAir(links["air"], settings.Rsu!.Mac))
            : null;
        return first =>
        {
            var works = cloud?.Start(first);
            return new Ending(() =>
            {
                works?.Dispose();
                unit.Stop();
            });
        };
    }

    private static Func<Instant, IDisposable> OnBoardUnit(EventLoop loop, EmulatorSettings settings, LinkSet links)
    {
        var control = settings.Tci is null ? null : links.Find(TestControl);
        var steered = control is null ? null : new SteeredPorts(loop, links["gnss"], links["air"]);
        var unit = new ObuEmulator(loop, settings.Obu!, new ObuLinks
        {
            Air = steered?.Air ?? links["air"],
            Gnss = steered?.Gnss ?? links.Find("gnss"),
            GnssLine = links.FindLine("gnss"),
            VehicleBus = links.FindLine(VehicleBus),
            VehicleBusDescription = settings.VehicleBus,
            Alerts = AlertSink(settings, links),
        });
        if (steered is null)
        {
            return unit.Start;
        }

        _ = new TciApplication(loop, settings.Tci!, control!, steered);
        return first =>
        {
            var running = unit.Start(first);
            return new Ending(() =>
            {
                running.Dispose();
                steered.Dispose();
            });
        };
    }

    private static IAlertSink? AlertSink(EmulatorSettings settings, LinkSet links) =>
        links.FindBus(Alerts) is { } bus ? new BusAlerts(bus, settings.AlertTopic ?? $"{settings.Name}/alerts")
        : links.FindLine(Alerts) is { } line ? new StreamAlerts(line)
        : links.Find(Alerts) is { } port ? new DatagramAlerts(port)
        : null;

    private static Func<Instant, IDisposable> Station(EventLoop loop, EmulatorSettings settings, LinkSet links) =>
        new EtsiStationEmulator(loop, settings.EtsiStation!, links["gnss"], links["air"], links[UpperTester]).Start;

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
