using System.Net;
using HilBench.Drivers.Hosting;
using HilBench.Emulators.Hosting;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Scenarios;

namespace HilBench.Drivers;

/// <summary>What the emulator of a rig's device is set to when it runs for itself.</summary>
public static class EmulatedDeviceSettings
{
    /// <summary>Settings of one device, on the usual ports of loopback.</summary>
    /// <param name="rig">The rig.</param>
    /// <param name="device">Name of the device, or its kind: the first of that kind.</param>
    /// <param name="scenario">Site, signal plans, vehicles and seed.</param>
    /// <exception cref="RunException">The rig has no such device.</exception>
    public static EmulatorSettings Of(RigPlan rig, string device, Scenario scenario)
    {
        var plan = rig.Devices.FirstOrDefault(candidate => candidate.Name == device) ?? rig.Devices.FirstOrDefault(candidate => candidate.Kind == device)
            ?? throw new RunException(
                $"The rig '{rig.Name}' has no device '{device}'; it has {string.Join(", ", rig.Devices.Select(known => $"{known.Name} ({known.Kind})"))}.");
        var settings = new EmulatorBlocks(scenario, rig.Folder).Of(new PlacedDevice(plan, rig.Devices.IndexOf(plan)));
        var usual = DeviceKind.Of(settings).Slots.Where(slot => !slot.Optional || DeviceSlots.Of(plan).Contains(slot))
            .Select(slot => KeyValuePair.Create(slot.Kind, Link(slot, new IPEndPoint(IPAddress.Loopback, slot.UsualPort))));
        return settings with { Links = settings.Links.AddRange(usual) };
    }

    /// <summary>A link at an address: where the device sends to, or where it listens.</summary>
    public static LinkSettings Link(LinkSlot slot, IPEndPoint at) => slot.Use == LinkUse.Sends ? new LinkSettings { Remote = at } : new LinkSettings { Local = at };
}
