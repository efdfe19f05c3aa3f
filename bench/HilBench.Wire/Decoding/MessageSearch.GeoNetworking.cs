using HilBench.Asn1;
using HilBench.Wire.Etsi;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Wire.Decoding;

/// <summary>ETSI GeoNetworking (EN 302 636-4-1).</summary>
internal sealed partial class MessageSearch
{
    private const int BasicHeaderLength = GeoNetworkingPdu.BasicHeaderLength;
    private const int CommonHeaderLength = GeoNetworkingPdu.CommonHeaderLength;
    private const string BasicProtocol = "GeoNetworking basic header";
    private const string CommonProtocol = "GeoNetworking common header";

    // Stands for the basic header where secured data came without one: no hop limit is above it.
    private BasicHeader _basic = new()
    {
        Version = 1,
        NextHeader = NextAfterBasicValues.CommonHeader,
        Reserved = 0,
        Lifetime = new LifeTime { Multiplier = 0, Base = LifeTimeBase.Ms50 },
        RemainingHopLimit = 0,
    };

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

        ReadGeoNetworking(octets, offset);
        return true;
    }

    // Behind its EtherType less is asked: a version that was ever published.
    private static bool IsGeoNetworkingBasic(ReadOnlySpan<byte> octets) => octets is [< 0x20, _, _, _, ..];

    // Reserved bits are zero and the header type is one of the standard.
    private static bool IsGeoNetworkingCommon(ReadOnlySpan<byte> octets) =>
        octets.Length >= CommonHeaderLength && (octets[0] & 0x0F) == 0 && octets[0] >> 4 <= 3 && octets[7] == 0 && ExtendedHeader.LengthOf(octets[1]) is not null;

    private void ReadGeoNetworking(ReadOnlyMemory<byte> octets, int offset)
    {
        var basic = Explain<BasicHeader>(BasicProtocol, octets[..BasicHeaderLength], offset)!;
        var rest = octets[BasicHeaderLength..];
        _basic = basic with { NextHeader = NextAfterBasicValues.CommonHeader };
        if (basic.Version != 1)
        {
            Fail(BasicProtocol, 0, $"version {basic.Version}, expected 1");
        }
        else if (basic.NextHeader == NextAfterBasicValues.CommonHeader)
        {
            ReadGeoNetworkingCommon(rest, offset + BasicHeaderLength);
        }
        else if (basic.NextHeader != NextAfterBasicValues.SecuredPacket || !TryDot2(rest, offset + BasicHeaderLength))
        {
            Fail(BasicProtocol, 4, $"next header {basic.NextHeader} before {rest.Length} octets, expected 1 (common header) or 2 (secured packet) before IEEE 1609.2 data");
        }
    }

    private void ReadGeoNetworkingCommon(ReadOnlyMemory<byte> octets, int? offset)
    {
        if (octets.Length >= CommonHeaderLength)
        {
            Explain<CommonHeader>(CommonProtocol, octets[..CommonHeaderLength], offset);
        }

        if (!GeoNetworkingPdu.TryParse(_basic, octets, out var pdu, out var error))
        {
            Fail(CommonProtocol, 8 * (error.Value.Offset - BasicHeaderLength), error.Value.Message);
            return;
        }

        var common = pdu.Common!;
        if (ExtendedHeader.LengthOf(common.HeaderType) is not { } length)
        {
            Deviate(pdu);
            Fail(CommonProtocol, 8, $"header type 0x{common.HeaderType:X2}, which EN 302 636-4-1 9.7.4 does not have: what follows is not read");
            return;
        }

        var rest = octets[CommonHeaderLength..];
        var behind = offset + CommonHeaderLength;
        var tree = new DecodeTree();
        ExtendedHeader.Read(common.HeaderType, rest.Span[..length], tree);
        Add($"GeoNetworking {ExtendedHeader.NameOf(common.HeaderType)}", behind, length, tree.Root, units: EtsiUnits.Describe);
        Deviate(pdu);
        if (rest.Length > length + common.PayloadLength)
        {
            Assume($"the last {rest.Length - length - common.PayloadLength} octets, behind the length that the common header says, are padding");
        }

        ReadBtp(common.NextHeader, pdu.Payload, behind + length);
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

    private void Deviate(GeoNetworkingPdu pdu)
    {
        foreach (var deviation in pdu.Deviations)
        {
            var header = deviation.Path[..deviation.Path.IndexOf('.', StringComparison.Ordinal)];
            var protocol = header switch { "basic" => BasicProtocol, "common" => CommonProtocol, _ => _layers[^1].Protocol };
            for (var i = _layers.Count - 1; i >= 0; i--)
            {
                if (_layers[i].Protocol == protocol)
                {
                    var own = new Violation(deviation.Path[(header.Length + 1)..], deviation.BitOffset, deviation.BitLength, deviation.Rule, deviation.Found);
                    _layers[i] = _layers[i] with { Violations = [.. _layers[i].Violations, own] };
                    break;
                }
            }
        }
    }
}
