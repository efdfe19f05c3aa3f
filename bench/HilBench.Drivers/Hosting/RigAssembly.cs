using System.Collections.Immutable;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>Puts the devices of a rig in their places and makes their drivers. Controllers come before the road-side units that they feed.</summary>
/// <param name="links">What carries the bytes to emulators in this process.</param>
/// <param name="hosts">Where devices stand.</param>
/// <param name="taps">Puts taps on the bench's ends.</param>
/// <param name="blocks">What emulators are set to.</param>
internal sealed class RigAssembly(LinkKind links, IReadOnlyDictionary<DeviceHosting, IDeviceHost> hosts, RigTaps taps, EmulatorBlocks blocks)
{
    private readonly Dictionary<string, List<IDatagramPort>> _relays = new(StringComparer.Ordinal);

    /// <summary>Puts one device in its place.</summary>
    public async Task<IDevice> PlaceAsync(PlacedDevice device)
    {
        var kind = DeviceKinds.All.First(known => known.Word == device.Plan.Kind);
        ImmutableArray<LinkSlot> slots = [.. kind.Slots.Where(slot => !slot.Optional)];
        var ends = await hosts[device.Plan.Hosting].PlaceAsync(device, slots, () => blocks.Of(device));
        var memory = links == LinkKind.Memory && device.Plan.Hosting == DeviceHosting.Process;
        return device.Plan switch
        {
            SignalControllerPlan plan => Controller(plan, device, ends, memory),
            RoadSideUnitPlan plan => RoadSideUnit(plan, device, ends, memory),
            OnBoardUnitPlan plan => OnBoardUnit(plan, device, ends, memory),
            _ => throw new InvalidOperationException($"No driver for a device of kind {device.Plan.Kind}."),
        };
    }

    private SignalControllerDriver Controller(SignalControllerPlan plan, PlacedDevice device, ImmutableDictionary<string, LinkEnds> ends, bool memory)
    {
        var spat = taps.Datagrams(device, "spat", "SPaT feed of the controller (TSCBM)", ends["spat"], memory);
        var lamps = taps.Datagrams(device, "lamps", "Lamps as the cabinet's output monitor sees them", ends["lamps"], memory);
        var detectors = taps.Datagrams(device, "detectors", "Detectors, push buttons and plan as the bench sets them", ends["detectors"], memory);
        var relays = _relays[plan.Name] = [];
        spat.Received = datagram => relays.ForEach(relay => relay.Send(datagram.Bytes));
        return new SignalControllerDriver(plan, lamps, detectors);
    }

    private RoadSideUnitDriver RoadSideUnit(RoadSideUnitPlan plan, PlacedDevice device, ImmutableDictionary<string, LinkEnds> ends, bool memory)
    {
        var immediateForward = taps.Datagrams(device, "ifm", "Messages for immediate forwarding", ends["ifm"], memory);
        var store = taps.Datagrams(device, "store", "Messages for store and repeat", ends["store"], memory);
        taps.Air(device, ends["air"], memory);
        // What the controller feeds was observed at the controller already.
        _relays[plan.Controller].Add(ends["spat"].Bench);
        return new RoadSideUnitDriver(plan, immediateForward, store);
    }

    private OnBoardUnitDriver OnBoardUnit(OnBoardUnitPlan plan, PlacedDevice device, ImmutableDictionary<string, LinkEnds> ends, bool memory)
    {
        var gnss = taps.Datagrams(device, "gnss", "Positions as a GNSS receiver reports them (NMEA 0183)", ends["gnss"], memory);
        taps.Air(device, ends["air"], memory);
        return new OnBoardUnitDriver(plan, gnss);
    }
}
