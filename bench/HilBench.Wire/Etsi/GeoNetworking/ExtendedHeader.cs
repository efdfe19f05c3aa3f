using HilBench.Asn1;

namespace HilBench.Wire.Etsi.GeoNetworking;

/// <summary>The extended headers of ETSI EN 302 636-4-1 V1.4.1 9.8, by the type that the common header names (9.7.4).</summary>
public static class ExtendedHeader
{
    /// <summary>Octets of the header; null for a type that the standard does not have.</summary>
    /// <param name="headerType">Header type and subtype, one of <see cref="HeaderTypeValues"/>.</param>
    public static int? LengthOf(int headerType) => headerType switch
    {
        HeaderTypeValues.Beacon => 24,
        HeaderTypeValues.SingleHopBroadcast or HeaderTypeValues.MultiHopBroadcast => 28,
        HeaderTypeValues.LocationServiceRequest => 36,
        >= HeaderTypeValues.GeoAnycastCircle and <= HeaderTypeValues.GeoAnycastEllipse => 44,
        >= HeaderTypeValues.GeoBroadcastCircle and <= HeaderTypeValues.GeoBroadcastEllipse => 44,
        HeaderTypeValues.GeoUnicast or HeaderTypeValues.LocationServiceReply => 48,
        _ => null,
    };

    /// <summary>Name of a header type; null for one that the standard does not have.</summary>
    /// <param name="headerType">Header type and subtype.</param>
    public static string? NameOf(int headerType) => headerType switch
    {
        HeaderTypeValues.Beacon => "beacon",
        HeaderTypeValues.GeoUnicast => "geo-unicast",
        >= HeaderTypeValues.GeoAnycastCircle and <= HeaderTypeValues.GeoAnycastEllipse => "geo-anycast",
        >= HeaderTypeValues.GeoBroadcastCircle and <= HeaderTypeValues.GeoBroadcastEllipse => "geo-broadcast",
        HeaderTypeValues.SingleHopBroadcast => "single-hop broadcast",
        HeaderTypeValues.MultiHopBroadcast => "topologically scoped broadcast",
        HeaderTypeValues.LocationServiceRequest => "location service request",
        HeaderTypeValues.LocationServiceReply => "location service reply",
        _ => null,
    };

    /// <summary>Reads a header. Every bit pattern has a value.</summary>
    /// <param name="headerType">A type that has a length.</param>
    /// <param name="octets">As many octets as <see cref="LengthOf"/> says.</param>
    /// <param name="tree">Receives the fields; null when they are not wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard does not have the type.</exception>
    public static IUperType Read(int headerType, ReadOnlySpan<byte> octets, DecodeTree? tree = null) => headerType switch
    {
        HeaderTypeValues.Beacon => Read<Beacon>(octets, tree),
        HeaderTypeValues.SingleHopBroadcast => Read<SingleHopBroadcast>(octets, tree),
        HeaderTypeValues.MultiHopBroadcast => Read<MultiHopBroadcast>(octets, tree),
        HeaderTypeValues.LocationServiceRequest => Read<LocationServiceRequest>(octets, tree),
        HeaderTypeValues.GeoUnicast or HeaderTypeValues.LocationServiceReply => Read<GeoUnicast>(octets, tree),
        _ when LengthOf(headerType) is not null => Read<GeoBroadcast>(octets, tree),
        _ => throw new ArgumentOutOfRangeException(nameof(headerType), headerType, "EN 302 636-4-1 has no such header type."),
    };

    private static T Read<T>(ReadOnlySpan<byte> octets, DecodeTree? tree)
        where T : IUperType<T> => tree is null ? UperDecoding.Decode<T>(octets).Value : UperDecoding.Decode<T>(octets, tree).Value;
}
