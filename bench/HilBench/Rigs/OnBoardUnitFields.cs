using System.Collections.Immutable;
using HilBench.Inputs;
using HilBench.Wire.Tci;

namespace HilBench.Rigs;

/// <summary>Reads an on-board unit of a rig file.</summary>
internal static class OnBoardUnitFields
{
    private static readonly int[] BitRates = [10, 20, 50, 100, 125, 250, 500, 800, 1000];

    /// <summary>Reads it.</summary>
    public static OnBoardUnitPlan Read(DeviceFields device)
    {
        var address = device.Address(RigKeys.OnBoardUnitUdp);
        var carriers = ImmutableDictionary.CreateBuilder<string, CarrierPlan>(StringComparer.Ordinal);
        Add(carriers, "gnss", device.Carriers.Serial("gnss"));
        Add(carriers, "air", device.Carriers.Air());
        var bus = device.Fields.Mapping("bus", RigKeys.VehicleBus);
        Add(carriers, "bus", bus is null ? null : device.Carriers.Line(bus));
        var alerts = device.Fields.Mapping("alerts", RigKeys.Alerts);
        Add(carriers, "alerts", alerts is null ? null : AlertCarrier(device, alerts, address));
        var control = device.Fields.Mapping("tci", RigKeys.TestControl);
        if (control is not null && device.Hosting != DeviceHosting.Real && carriers.ContainsKey("gnss"))
        {
            device.Fields.Fault("tci", "an emulated unit with it takes positions as datagrams: leave 'gnss' out");
        }

        return new OnBoardUnitPlan
        {
            Name = device.Name,
            Hosting = device.Hosting,
            Dut = device.Dut,
            Defects = device.Defects,
            Personalities = device.Personalities,
            Address = address,
            Bench = device.Bench(RigKeys.OnBoardUnitBench),
            Mac = device.Mac(),
            VehicleBus = bus is null ? null : new VehicleBusPlan(BitRate(bus) * 1000, bus.OptionalText("dbc")),
            Alerts = alerts is null ? null : new AlertPlan(alerts.OptionalText("topic") ?? $"{device.Name}/alerts"),
            TestControl = control is null ? null : TestControl(control),
            Carriers = carriers.ToImmutable(),
        };
    }

    private static CarrierPlan? AlertCarrier(DeviceFields device, Fields alerts, DeviceAddress address)
    {
        if (alerts.Has("tcp") && alerts.Has("broker"))
        {
            alerts.Fault("broker", "and tcp exclude one another; without both it is UDP");
        }

        if (alerts.Has("tcp") && device.Hosting == DeviceHosting.Container)
        {
            alerts.Fault("tcp", "a device in a container has UDP datagrams only");
        }

        return device.Carriers.Broker(alerts, "broker") is { } broker ? broker : CarrierFields.Tcp(alerts, "tcp", address);
    }

    private static int BitRate(Fields bus)
    {
        var rate = bus.OptionalNumber("bitRate", 10, 1000) ?? 500;
        if (!BitRates.Contains(rate))
        {
            bus.Fault("bitRate", FormattableString.Invariant($"expected one of {string.Join(", ", BitRates)} (kbit/s), found {rate}"));
        }

        return rate;
    }

    private static TestControlPlan TestControl(Fields control) => new(
        control.Has("encoding") ? control.Choice("encoding", ("oer", TciEncoding.Oer), ("uper", TciEncoding.Uper)) : TciEncoding.Oer,
        control.Has("standard") && control.Choice("standard", ("j2945-1", false), ("j3161-1", true)));

    private static void Add(ImmutableDictionary<string, CarrierPlan>.Builder carriers, string kind, CarrierPlan? carrier)
    {
        if (carrier is not null)
        {
            carriers.Add(kind, carrier);
        }
    }
}
