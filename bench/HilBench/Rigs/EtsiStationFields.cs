using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>Reads an ETSI ITS station of a rig file.</summary>
internal static class EtsiStationFields
{
    private const string UsualProfile = "etsi-1.5.1";

    /// <summary>Reads it.</summary>
    public static EtsiStationPlan Read(DeviceFields device)
    {
        var tester = device.Fields.Mapping("upperTester", RigKeys.UpperTester);
        var gnss = device.Carriers.Serial("gnss");
        if (gnss is not null && device.Hosting != DeviceHosting.Real)
        {
            device.Fields.Fault("gnss", "an emulated station takes positions as datagrams: leave it out");
        }

        var carriers = ImmutableDictionary.CreateBuilder<string, CarrierPlan>(StringComparer.Ordinal);
        foreach (var (kind, carrier) in new (string, CarrierPlan?)[] { ("gnss", gnss), ("air", device.Carriers.Air()) })
        {
            if (carrier is not null)
            {
                carriers.Add(kind, carrier);
            }
        }

        return new EtsiStationPlan
        {
            Name = device.Name,
            Hosting = device.Hosting,
            Dut = device.Dut,
            Defects = device.Defects,
            Personalities = device.Personalities,
            Address = device.Address(RigKeys.EtsiStationUdp),
            Bench = device.Bench(RigKeys.EtsiStationBench),
            Mac = device.Mac(),
            StationId = (uint)(device.Fields.OptionalNumber("stationId", 1, int.MaxValue) ?? 1),
            StationType = device.Fields.OptionalNumber("stationType", 0, 255) ?? EtsiStationPlan.PassengerCar,
            Profile = tester?.OptionalText("profile") ?? UsualProfile,
            Patience = tester?.OptionalTime("patience", TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(60)) ?? TimeSpan.FromSeconds(2),
            Carriers = carriers.ToImmutable(),
        };
    }
}
