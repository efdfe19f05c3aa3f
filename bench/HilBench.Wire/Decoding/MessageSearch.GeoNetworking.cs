using System.Globalization;
using HilBench.Asn1;
using HilBench.Wire.Etsi;
using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Wire.Decoding;

/// <summary>ETSI GeoNetworking (EN 302 636-4-1) and BTP (EN 302 636-5-1).</summary>
internal sealed partial class MessageSearch
{
    private const ushort GeoNetworkingEtherType = 0x8947;
    private const int BasicHeaderLength = 4;
    private const int CommonHeaderLength = 8;
    private const int BtpHeaderLength = 4;
    private const string BasicProtocol = "GeoNetworking basic header";
    private const string CommonProtocol = "GeoNetworking common header";

    /// <summary>Whether octets begin with a basic header of version 1 and what may follow it.</summary>
    public static bool IsGeoNetworking(ReadOnlySpan<byte> octets) =>
        octets is [0x11, 0, _, _, ..] ? IsGeoNetworkingCommon(octets[BasicHeaderLength..]) : octets is [0x12, 0, _, _, 3, >= 0x80 and <= 0x83, ..];

    public bool TryGeoNetworking(ReadOnlyMemory<byte> octets, int offset)
    {
        if (!IsGeoNetworking(octets.Span))
        {
            return false;
        }

        if (offset == 0)
        {
            Assume($"octet 0 is {octets.Span[0]:X2}: a GeoNetworking packet of version 1");
        }

        var basic = Explain<BasicHeader>(BasicProtocol, octets[..BasicHeaderLength], offset)!;
        var rest = octets[BasicHeaderLength..];
        if (basic.NextHeader == NextAfterBasicValues.SecuredPacket)
        {
            return TryDot2(rest, offset + BasicHeaderLength);
        }

        ReadGeoNetworkingCommon(rest, offset + BasicHeaderLength, basic.RemainingHopLimit);
        return true;
    }

    // Reserved bits are zero and the header type is one of the standard.
    private static bool IsGeoNetworkingCommon(ReadOnlySpan<byte> octets) =>
        octets.Length >= CommonHeaderLength && (octets[0] & 0x0F) == 0 && octets[0] >> 4 <= 3 && octets[7] == 0 && ExtendedLength(octets[1]) > 0;

    private static int ExtendedLength(int headerType) => headerType switch
    {
        HeaderTypeValues.Beacon => 24,
        HeaderTypeValues.SingleHopBroadcast or HeaderTypeValues.MultiHopBroadcast => 28,
        HeaderTypeValues.LocationServiceRequest => 36,
        >= HeaderTypeValues.GeoAnycastCircle and <= HeaderTypeValues.GeoAnycastEllipse => 44,
        >= HeaderTypeValues.GeoBroadcastCircle and <= HeaderTypeValues.GeoBroadcastEllipse => 44,
        HeaderTypeValues.GeoUnicast or HeaderTypeValues.LocationServiceReply => 48,
        _ => 0,
    };

    private void ReadGeoNetworkingCommon(ReadOnlyMemory<byte> octets, int? offset, int? hopLimit)
    {
        var common = Explain<CommonHeader>(CommonProtocol, octets[..CommonHeaderLength], offset)!;
        if (hopLimit > common.MaximumHopLimit)
        {
            Deviate("maximumHopLimit", 48, 8, "EN 302 636-4-1 9.7.1: at least the remaining hop limit", string.Create(CultureInfo.InvariantCulture, $"{common.MaximumHopLimit}, remaining {hopLimit}"));
        }

        var extended = ExtendedLength(common.HeaderType);
        var rest = octets[CommonHeaderLength..];
        var behind = offset + CommonHeaderLength;
        if (rest.Length < extended + common.PayloadLength)
        {
            Fail(CommonProtocol, 32, $"the header of type {common.HeaderType} has {extended} octets and the payload {common.PayloadLength}; {rest.Length} follow");
            return;
        }

        ReadGeoNetworkingExtended(common.HeaderType, rest[..extended], behind);
        if (rest.Length > extended + common.PayloadLength)
        {
            Assume($"the last {rest.Length - extended - common.PayloadLength} octets, behind the length that the common header says, are padding");
        }

        ReadBtp(common.NextHeader, rest.Slice(extended, common.PayloadLength), behind + extended);
    }

    private void ReadGeoNetworkingExtended(int headerType, ReadOnlyMemory<byte> octets, int? offset)
    {
        _ = headerType switch
        {
            HeaderTypeValues.Beacon => Explain<Beacon>("GeoNetworking beacon", octets, offset) as object,
            HeaderTypeValues.SingleHopBroadcast => Explain<SingleHopBroadcast>("GeoNetworking single-hop broadcast", octets, offset),
            HeaderTypeValues.MultiHopBroadcast => Explain<MultiHopBroadcast>("GeoNetworking topologically scoped broadcast", octets, offset),
            HeaderTypeValues.LocationServiceRequest => Explain<LocationServiceRequest>("GeoNetworking location service request", octets, offset),
            HeaderTypeValues.LocationServiceReply => Explain<GeoUnicast>("GeoNetworking location service reply", octets, offset),
            HeaderTypeValues.GeoUnicast => Explain<GeoUnicast>("GeoNetworking geo-unicast", octets, offset),
            <= HeaderTypeValues.GeoAnycastEllipse => Explain<GeoBroadcast>("GeoNetworking geo-anycast", octets, offset),
            _ => Explain<GeoBroadcast>("GeoNetworking geo-broadcast", octets, offset),
        };
    }

    private void ReadBtp(int nextHeader, ReadOnlyMemory<byte> octets, int? offset)
    {
        if (nextHeader is not (NextAfterCommonValues.BtpA or NextAfterCommonValues.BtpB) || octets.Length < BtpHeaderLength)
        {
            if (octets.Length > 0)
            {
                Fail(CommonProtocol, 0, $"next header {nextHeader} with {octets.Length} octets: only BTP-A and BTP-B are read");
            }

            return;
        }

        var header = octets[..BtpHeaderLength];
        var port = nextHeader == NextAfterCommonValues.BtpA
            ? Explain<BtpA>("BTP-A", header, offset)!.DestinationPort
            : Explain<BtpB>("BTP-B", header, offset)!.DestinationPort;
        ReadItsPdu(octets[BtpHeaderLength..], offset + BtpHeaderLength, port);
    }

    // Headers of fixed size: every bit pattern has a value.
    private T? Explain<T>(string protocol, ReadOnlyMemory<byte> octets, int? offset)
        where T : class, IUperType<T>
    {
        var tree = new DecodeTree();
        var decoded = UperDecoding.Decode<T>(octets.Span, tree);
        Add(protocol, offset, octets.Length, tree.Root, decoded.Violations, EtsiUnits.Describe);
        return decoded.Value;
    }

    private void Deviate(string path, int bit, int bits, string rule, string found) =>
        _layers[^1] = _layers[^1] with { Violations = [.. _layers[^1].Violations, new Violation(path, bit, bits, rule, found)] };
}
