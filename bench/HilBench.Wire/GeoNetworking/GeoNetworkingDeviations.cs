using System.Globalization;
using HilBench.Asn1;
using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Wire.GeoNetworking;

/// <summary>What in a packet departs from ETSI EN 302 636-4-1 V1.4.1 and does not keep it from being read.</summary>
internal static class GeoNetworkingDeviations
{
    public static IReadOnlyList<Violation> Of(GeoNetworkingPdu pdu)
    {
        var deviations = new List<Violation>();
        NotZero(deviations, pdu.Basic.Reserved, "basic.reserved", 8, 8, "9.6");
        if (pdu.Common is not { } common)
        {
            return deviations;
        }

        NotZero(deviations, common.Reserved, "common.reserved", 4, 4, "9.7");
        NotZero(deviations, common.Flags.Reserved, "common.flags.reserved", 25, 7, "9.7");

        // 9.7.1: the remaining hop limit begins at the maximum and only goes down.
        if (pdu.Basic.RemainingHopLimit > common.MaximumHopLimit)
        {
            deviations.Add(new Violation(
                "common.maximumHopLimit",
                48,
                8,
                "EN 302 636-4-1 9.7.1: at least the remaining hop limit",
                string.Create(CultureInfo.InvariantCulture, $"{common.MaximumHopLimit}, remaining {pdu.Basic.RemainingHopLimit}")));
        }

        NotZero(deviations, common.Reserved2, "common.reserved2", 56, 8, "9.7");
        var reserved = pdu.Extended switch
        {
            MultiHopBroadcast broadcast => broadcast.Reserved,
            GeoBroadcast area => area.Reserved,
            GeoUnicast unicast => unicast.Reserved,
            LocationServiceRequest request => request.Reserved,
            _ => 0,
        };
        NotZero(deviations, reserved, "extended.reserved", 16, 16, "9.8");
        NotZero(deviations, (pdu.Extended as GeoBroadcast)?.Reserved2 ?? 0, "extended.reserved2", 336, 16, "9.8");
        return deviations;
    }

    private static void NotZero(List<Violation> deviations, int value, string path, int bit, int bits, string clause)
    {
        if (value != 0)
        {
            deviations.Add(new Violation(path, bit, bits, $"EN 302 636-4-1 {clause}: reserved, 0", value.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
