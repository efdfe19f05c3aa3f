using System.Collections.Immutable;
using HilBench.Inputs;
using HilBench.Wire.Rsu;

namespace HilBench.Rigs;

/// <summary>Reads a road-side unit of a rig file.</summary>
internal static class RoadSideUnitFields
{
    /// <summary>Words for what a vendor does its own way; the personalities of the emulator have the same names.</summary>
    private static readonly string[] DialectWords =
    [
        "psid-padded-left", "psid-padded-right", "psid-plain", "psid-decimal-digits", "edits-in-operate", "rows-by-columns", "interval-in-seconds",
        "options-least-bit-first", "ipv4-in-front",
    ];

    /// <summary>Reads it.</summary>
    public static RoadSideUnitPlan Read(DeviceFields device)
    {
        var fields = device.Fields;
        var snmp = SnmpFields.Read(fields, device.Hosting);
        foreach (var key in ((string[])["dialect", "deliveryOffset", "firstRow"]).Where(key => snmp is null && fields.Has(key)))
        {
            fields.Fault(key, "is about what is set by SNMP: it needs 'snmp'");
        }

        var cloud = fields.Mapping("cloud", RigKeys.Cloud);
        return new RoadSideUnitPlan
        {
            Name = device.Name,
            Hosting = device.Hosting,
            Dut = device.Dut,
            Defects = device.Defects,
            Personalities = device.Personalities,
            Address = device.Address(RigKeys.RoadSideUnitUdp),
            Bench = device.Bench(RigKeys.RoadSideUnitBench),
            Snmp = snmp,
            Mib = fields.Has("mib") ? fields.Choice("mib", ("ntcip-1218", RsuMib.Ntcip1218), ("rsu-4.1", RsuMib.Rsu41)) : RsuMib.Ntcip1218,
            Dialect = Dialect(fields),
            DeliveryOffset = TimeSpan.FromHours(fields.OptionalNumber("deliveryOffset", -14, 14) ?? 0),
            FirstRow = fields.OptionalNumber("firstRow", 1, 200) ?? 1,
            Mac = device.Mac(),
            ProcessingDelay = fields.OptionalTime("processingDelay", TimeSpan.Zero, TimeSpan.FromSeconds(10)) ?? TimeSpan.FromMilliseconds(5),
            Controller = fields.Text("controller"),
            ForwardRows = [.. fields.Mappings("forward", RigKeys.ForwardRow).Select(ForwardRow)],
            Cloud = cloud is null ? null : new CloudPlan(cloud.OptionalText("esn") ?? device.Name, cloud.OptionalText("map")),
            Carriers = Carriers(device, cloud),
        };
    }

    private static ImmutableDictionary<string, CarrierPlan> Carriers(DeviceFields device, Fields? cloud)
    {
        var carriers = ImmutableDictionary.CreateBuilder<string, CarrierPlan>(StringComparer.Ordinal);
        if (device.Carriers.Air() is { } air)
        {
            carriers.Add("air", air);
        }

        if (cloud is not null && device.Carriers.Broker(cloud, "broker") is { } broker)
        {
            carriers.Add("cloud", broker);
        }

        return carriers.ToImmutable();
    }

    private static ImmutableArray<string> Dialect(Fields fields)
    {
        var words = fields.Words("dialect");
        foreach (var word in words.Where(word => !DialectWords.Contains(word, StringComparer.Ordinal)))
        {
            fields.Fault("dialect", $"unknown word '{word}'; allowed: {string.Join(", ", DialectWords)}");
        }

        return words;
    }

    private static ForwardRowPlan ForwardRow(Fields fields) =>
        new(fields.Number("psid", 0, 0x1020407F), fields.Number("channel", 172, 184), fields.OptionalNumber("messageId", 0, 32_767) ?? 19);
}
