using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace HilBench.Wire.Ethernet;

/// <summary>A UDP datagram (RFC 768) in an IP packet: IPv4 (RFC 791) both ways, IPv6 (RFC 8200) for reading. Checksums are written, not checked.</summary>
public sealed record UdpPacket
{
    private const int Ipv4Length = 20;
    private const int HeaderLength = 8;
    private const byte Protocol = 17;
    private const int LongestPayload = 65_507;

    /// <summary>Source address.</summary>
    public required IPAddress Source { get; init; }

    /// <summary>Destination address.</summary>
    public required IPAddress Destination { get; init; }

    /// <summary>Source port.</summary>
    public required ushort SourcePort { get; init; }

    /// <summary>Destination port.</summary>
    public required ushort DestinationPort { get; init; }

    /// <summary>The datagram's content. Compared by reference.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Octet offset of the payload in the packet.</summary>
    public int PayloadOffset { get; init; } = Ipv4Length + HeaderLength;

    /// <summary>Reads a packet.</summary>
    /// <param name="octets">The packet from its IP header on; octets after it (Ethernet padding) are ignored.</param>
    /// <param name="packet">Its parts; the payload is a view of the input.</param>
    /// <param name="error">Why it is none: another protocol, a fragment, a length that does not fit.</param>
    public static bool TryParse(ReadOnlyMemory<byte> octets, [NotNullWhen(true)] out UdpPacket? packet, [NotNullWhen(false)] out WireError? error)
    {
        packet = null;
        if (!IpHeader.TryParse(octets.Span, out var ip, out error))
        {
            return false;
        }

        if (ip.Protocol != Protocol)
        {
            error = new WireError($"IP protocol {ip.Protocol}, expected 17 (UDP)", ip.ProtocolOffset);
            return false;
        }

        var udp = octets[ip.Length..];
        if (udp.Length < HeaderLength)
        {
            error = new WireError($"a UDP header has {HeaderLength} octets, {udp.Length} are there", ip.Length);
            return false;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(udp.Span[4..]);
        if (length < HeaderLength || length > udp.Length)
        {
            error = new WireError($"the UDP length says {length} octets, {udp.Length} are there", ip.Length + 4);
            return false;
        }

        packet = new UdpPacket
        {
            Source = new IPAddress(octets.Span.Slice(ip.AddressOffset, ip.AddressLength)),
            Destination = new IPAddress(octets.Span.Slice(ip.AddressOffset + ip.AddressLength, ip.AddressLength)),
            SourcePort = BinaryPrimitives.ReadUInt16BigEndian(udp.Span),
            DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(udp.Span[2..]),
            Payload = udp[HeaderLength..length],
            PayloadOffset = ip.Length + HeaderLength,
        };
        return true;
    }

    /// <summary>The datagram in an IPv4 packet, with both checksums; time to live 64, identification 0, not to be fragmented.</summary>
    /// <exception cref="InvalidOperationException">An address is not IPv4 or the payload is longer than 65 507 octets.</exception>
    public byte[] Encode()
    {
        if (Payload.Length > LongestPayload)
        {
            throw new InvalidOperationException($"A UDP datagram in IPv4 carries at most {LongestPayload} octets, this one has {Payload.Length}.");
        }

        var octets = new byte[Ipv4Length + HeaderLength + Payload.Length];
        octets[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(2), (ushort)octets.Length);
        octets[6] = 0x40; // RFC 6864 4.1: don't fragment, and so any identification
        octets[8] = 64;
        octets[9] = Protocol;
        if (!Source.TryWriteBytes(octets.AsSpan(12, 4), out _) || !Destination.TryWriteBytes(octets.AsSpan(16, 4), out _))
        {
            throw new InvalidOperationException($"Both addresses must be IPv4: {Source}, {Destination}.");
        }

        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(10), Fold(Sum(octets.AsSpan(0, Ipv4Length))));
        var udp = octets.AsSpan(Ipv4Length);
        BinaryPrimitives.WriteUInt16BigEndian(udp, SourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], DestinationPort);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)udp.Length);
        Payload.Span.CopyTo(udp[HeaderLength..]);

        // RFC 768: the sum covers addresses, protocol and length as well; a sum of zero is sent as all ones.
        var checksum = Fold(Sum(octets.AsSpan(12, 8)) + Protocol + (uint)udp.Length + Sum(udp));
        BinaryPrimitives.WriteUInt16BigEndian(udp[6..], checksum == 0 ? ushort.MaxValue : checksum);
        return octets;
    }

    private static uint Sum(ReadOnlySpan<byte> octets)
    {
        uint sum = 0;
        var i = 0;
        for (; i < octets.Length - 1; i += 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(octets[i..]);
        }

        return i < octets.Length ? sum + ((uint)octets[i] << 8) : sum;
    }

    private static ushort Fold(uint sum)
    {
        while (sum > ushort.MaxValue)
        {
            sum = (sum & ushort.MaxValue) + (sum >> 16);
        }

        return (ushort)~sum;
    }
}
