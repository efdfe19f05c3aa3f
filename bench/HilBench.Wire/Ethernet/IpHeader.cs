using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace HilBench.Wire.Ethernet;

/// <summary>Where things are in an IP header, with its options or extension headers.</summary>
/// <param name="Length">Octets up to what the packet carries.</param>
/// <param name="Protocol">What it carries.</param>
/// <param name="ProtocolOffset">Octet that says so.</param>
/// <param name="AddressOffset">Octet offset of the source address; the destination follows.</param>
/// <param name="AddressLength">Octets of an address.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IpHeader(int Length, byte Protocol, int ProtocolOffset, int AddressOffset, int AddressLength)
{
    private const int Ipv4Least = 20;
    private const int Ipv6Length = 40;

    public static bool TryParse(ReadOnlySpan<byte> octets, out IpHeader header, [NotNullWhen(false)] out WireError? error)
    {
        header = default;
        error = (octets.IsEmpty ? 0 : octets[0] >> 4) switch
        {
            4 => ParseIpv4(octets, out header),
            6 => ParseIpv6(octets, out header),
            _ => new WireError(octets.IsEmpty ? "the packet is empty" : $"IP version {octets[0] >> 4}, expected 4 or 6", 0),
        };
        return error is null;
    }

    private static WireError? ParseIpv4(ReadOnlySpan<byte> octets, out IpHeader header)
    {
        header = default;
        var length = (octets[0] & 0x0F) * 4;
        if (length < Ipv4Least || octets.Length < length)
        {
            return new WireError($"an IPv4 header of {length} octets in a packet of {octets.Length}", 0);
        }

        header = new IpHeader(length, octets[9], 9, 12, 4);
        var isFragment = (BinaryPrimitives.ReadUInt16BigEndian(octets[6..]) & 0x3FFF) != 0;
        return isFragment ? new WireError("a fragment of a packet; fragments are not put together", 6) : null;
    }

    private static WireError? ParseIpv6(ReadOnlySpan<byte> octets, out IpHeader header)
    {
        header = default;
        if (octets.Length < Ipv6Length)
        {
            return new WireError($"an IPv6 header has {Ipv6Length} octets, {octets.Length} are there", octets.Length);
        }

        var (length, protocol, protocolOffset) = (Ipv6Length, octets[6], 6);

        // RFC 8200 4: hop-by-hop (0), routing (43) and destination options (60) begin with the next header and their length.
        while (protocol is 0 or 43 or 60)
        {
            if (octets.Length < length + 8)
            {
                return new WireError("an IPv6 extension header ends early", length);
            }

            (protocol, protocolOffset) = (octets[length], length);
            length += (octets[length + 1] + 1) * 8;
        }

        header = new IpHeader(length, protocol, protocolOffset, 8, 16);
        return protocol == 44 ? new WireError("a fragment of a packet; fragments are not put together", protocolOffset)
            : length > octets.Length ? new WireError("an IPv6 extension header ends early", protocolOffset)
            : null;
    }
}
