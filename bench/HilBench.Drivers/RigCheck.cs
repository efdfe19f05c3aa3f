using System.Collections.Immutable;
using System.Globalization;
using HilBench.Drivers.Hosting;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Scenarios;

namespace HilBench.Drivers;

/// <summary>Checks a rig before it is used: opens it, lets a few seconds of traffic happen, and tells of each device what answered and what did not.</summary>
public static class RigCheck
{
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(300);

    /// <summary>Checks a rig on the calling thread.</summary>
    /// <param name="plan">What the rig file says.</param>
    /// <param name="scenario">Site, signal plans and vehicles of the traffic.</param>
    /// <param name="length">How long to listen.</param>
    /// <param name="cancellation">Ends the check early.</param>
    /// <exception cref="LinkException">A port of the bench's own is in use, or an address is not of this machine.</exception>
    public static ImmutableArray<DeviceCheck> Execute(RigPlan plan, Scenario scenario, TimeSpan length, CancellationToken cancellation)
    {
        var traffic = Traffic(plan, scenario, length);
        using var recording = new MemoryStream();
        var wall = plan.Links == LinkKind.Udp;
        using (var loop = wall ? EventLoop.CreateWall() : EventLoop.CreateVirtual(Instant.FromUtc(scenario.Start)))
        using (var capture = CaptureWriter.Create(recording, "check", "hilbench", []))
        {
            Rig? rig = null;
            try
            {
                loop.Run(async () =>
                {
                    var recorder = new RunRecorder(capture);
                    rig = await OpenRig.OpenAsync(plan, traffic, loop, plan.Links, recorder.Record, logFolder: null, cancellation);
                    var run = new BenchRun(loop, traffic, rig, recorder);
                    await run.AttestAsync(cancellation);
                    await run.ExecuteAsync(loop.Now + Lead, cancellation);
                });
            }
            finally
            {
                rig?.Close(loop);
            }
        }

        using var reader = CaptureReader.Read(new MemoryStream(recording.ToArray()), "check");
        return Sum(plan, length, reader);
    }

    // Everything that a device may react to happens at once: vehicles enter, messages are handed over.
    private static Scenario Traffic(RigPlan plan, Scenario scenario, TimeSpan length) => scenario with
    {
        Length = length,
        Vehicles = [.. plan.Devices.Where(device => device is OnBoardUnitPlan or EtsiStationPlan).SelectMany(device => Trips(device, scenario))],
        Forwards = [.. scenario.Forwards.Where(series => plan.Devices.Any(device => device.Name == series.Device)).Select(series => series with { From = TimeSpan.FromSeconds(1) })],
    };

    // A unit that the scenario has no vehicle for gets the first one's positions: without any it would be silent, and look dead.
    private static IEnumerable<VehicleTrip> Trips(DevicePlan device, Scenario scenario)
    {
        var own = scenario.Vehicles.Where(trip => trip.Device == device.Name).ToArray();
        var trips = own.Length > 0 ? own : scenario.Vehicles.Take(1).Select(trip => trip with { Name = device.Name, Device = device.Name });
        return trips.Select(trip => trip with { Enters = TimeSpan.Zero });
    }

    private static ImmutableArray<DeviceCheck> Sum(RigPlan plan, TimeSpan length, CaptureReader reader)
    {
        var observations = reader.Packets().Select(ObservationReader.Read).ToArray();
        var faults = observations.Select(seen => seen.Content).OfType<DeviceFaultContent>().ToLookup(fault => fault.Device, fault => fault.Reason, StringComparer.Ordinal);
        var statements = observations.Select(seen => seen.Content).OfType<ConfigurationContent>().Where(content => !content.AfterRun)
            .ToLookup(content => content.Device, content => content.Items, StringComparer.Ordinal);
        var taps = observations.Where(seen => seen.Tap.Contains('.', StringComparison.Ordinal)).GroupBy(seen => seen.Tap, StringComparer.Ordinal)
            .ToDictionary(tap => tap.Key, tap => new TapCheck(tap.Key, tap.Count(), tap.Count(seen => seen.Content is UndecodedContent)), StringComparer.Ordinal);
        return
        [
            .. plan.Devices.Select(device =>
            {
                ImmutableArray<TapCheck> own = [.. taps.Values.Where(tap => tap.Tap.StartsWith($"{device.Name}.", StringComparison.Ordinal)).OrderBy(tap => tap.Tap, StringComparer.Ordinal)];
                return new DeviceCheck(
                    device, [.. faults[device.Name], .. Silent(device, own, length), .. Unreadable(own)], own, statements[device.Name].FirstOrDefault([]));
            }),
        ];
    }

    private static IEnumerable<string> Silent(DevicePlan device, ImmutableArray<TapCheck> taps, TimeSpan length) =>
        DeviceSlots.Of(device)
            .Where(slot => slot is { Use: LinkUse.Sends, Optional: false } && taps.All(tap => tap.Tap != $"{device.Name}.{slot.Kind}"))
            .Select(slot => string.Create(
                CultureInfo.InvariantCulture,
                $"{device.Name}.{slot.Kind}: nothing was heard for {length.TotalSeconds:0} s ({slot.Carries}). {Remedy(device, slot)}"));

    private static string Remedy(DevicePlan device, LinkSlot slot)
    {
        if (device.Hosting != DeviceHosting.Real)
        {
            return "An emulator that is silent has lost what it lives on; see the other lines.";
        }

        var port = device.Bench?.Port(slot.Kind) is > 0 and var said ? said : slot.UsualPort;
        var host = device.Bench?.Host ?? "this machine's address";
        return string.Create(CultureInfo.InvariantCulture, $"Set the device to send to {host}, UDP port {port}, or mend 'bench' in the rig file; a firewall may stand between.");
    }

    private static IEnumerable<string> Unreadable(ImmutableArray<TapCheck> taps) => taps.Where(tap => tap.Undecoded > 0).Select(tap => string.Create(
        CultureInfo.InvariantCulture,
        $"{tap.Tap}: {tap.Undecoded} of {tap.Packets} packets cannot be read as what the tap carries. Check that the device speaks this format, and that nothing else sends here."));
}
