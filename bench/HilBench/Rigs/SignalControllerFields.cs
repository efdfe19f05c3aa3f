using System.Collections.Immutable;
using HilBench.Inputs;

namespace HilBench.Rigs;

/// <summary>Reads a signal controller of a rig file.</summary>
internal static class SignalControllerFields
{
    private const ushort Version102 = 0x0102;
    private const ushort Version100 = 0x0100;

    /// <summary>Reads it.</summary>
    public static SignalControllerPlan Read(DeviceFields device)
    {
        var address = device.Address(RigKeys.SignalControllerUdp);
        var fields = device.Fields.Mapping("gbt20999", RigKeys.GbT20999);
        if (fields is not null && fields.Has("tcp") && device.Hosting == DeviceHosting.Container)
        {
            fields.Fault("tcp", "a device in a container has UDP datagrams only; leave it out, or emulate the device in this process");
        }

        if (fields is not null && device.Fields.Has("snmp"))
        {
            device.Fields.Fault("gbt20999", "and snmp exclude one another: a controller is spoken to one way");
        }

        var snmp = SnmpFields.Read(device.Fields, device.Hosting);
        if (snmp is null && device.Fields.Has("enableFeed"))
        {
            device.Fields.Fault("enableFeed", "is a SET by SNMP: it needs 'snmp'");
        }

        return new SignalControllerPlan
        {
            Name = device.Name,
            Hosting = device.Hosting,
            Dut = device.Dut,
            Defects = device.Defects,
            Personalities = device.Personalities,
            Address = address,
            Bench = device.Bench(RigKeys.SignalControllerBench),
            Snmp = snmp,
            EnablesFeed = device.Fields.Flag("enableFeed", otherwise: false),
            GbT20999 = fields is null ? null : GbT20999(fields),
            Carriers = fields is null ? ImmutableDictionary<string, CarrierPlan>.Empty : Carrier(device, fields, address),
        };
    }

    private static ImmutableDictionary<string, CarrierPlan> Carrier(DeviceFields device, Fields fields, DeviceAddress address)
    {
        if (fields.Has("tcp") && fields.Has("line"))
        {
            fields.Fault("line", "and tcp exclude one another; without both it is UDP");
        }

        CarrierPlan? carrier = fields.Mapping("line", RigKeys.Serial) is { } line ? device.Carriers.Line(line) : CarrierFields.Tcp(fields, "tcp", address);
        return carrier is null ? ImmutableDictionary<string, CarrierPlan>.Empty : ImmutableDictionary<string, CarrierPlan>.Empty.Add("gbt20999", carrier);
    }

    private static GbT20999Plan GbT20999(Fields fields) => new()
    {
        Version = fields.Has("version") ? fields.Choice("version", ("1.02", Version102), ("1.00", Version100)) : Version102,
        HostId = (byte)(fields.OptionalNumber("hostId", 0, 255) ?? 1),
        ControllerId = (uint)fields.Number("controllerId", 0, int.MaxValue),
        Intersection = (byte)(fields.OptionalNumber("intersection", 1, 255) ?? 1),
        LampGroups =
        [
            .. fields.Mappings("lampGroups", RigKeys.LampGroup)
                .Select(group => new LampGroupPlan(group.Number("group", 1, 255), group.Number("phase", 1, 16), group.Flag("pedestrian", otherwise: false))),
        ],
        OwnSequence = fields.Flag("ownSequence", otherwise: false),
        OrderTable = fields.Flag("orderTable", otherwise: false),
        Timeout = fields.OptionalTime("timeout", TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(30)) ?? TimeSpan.FromSeconds(1),
        Retries = fields.OptionalNumber("retries", 0, 10) ?? 2,
    };
}
