using System.Net;

namespace HilBench.Drivers;

/// <summary>Addresses that a capture of a rig in memory shows: of the documentation block 192.0.2.0/24 (RFC 5737), with the ports that such devices use.</summary>
internal static class DeclaredEndpoint
{
    /// <summary>The bench.</summary>
    public static IPEndPoint Bench(string kind) => new(IPAddress.Parse("192.0.2.1"), Port(kind));

    /// <summary>A device of the rig.</summary>
    /// <param name="index">Its place in the rig file, from 0.</param>
    /// <param name="kind">Kind of link.</param>
    public static IPEndPoint Device(int index, string kind) => new(IPAddress.Parse(FormattableString.Invariant($"192.0.2.{10 + index}")), Port(kind));

    // SPaT feed: TSCBM by common use. Immediate forward: USDOT RSU specification 4.1. NMEA: IANA nmea-0183. Others: of the dynamic range.
    private static int Port(string kind) => kind switch
    {
        "spat" => 6053,
        "ifm" => 1516,
        "gnss" => 10110,
        "lamps" => 50001,
        "detectors" => 50002,
        "store" => 50003,
        _ => 50004,
    };
}
