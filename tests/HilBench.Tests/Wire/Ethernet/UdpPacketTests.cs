using System.Net;
using CsCheck;
using HilBench.Wire.Ethernet;

namespace HilBench.Tests.Wire.Ethernet;

internal sealed class UdpPacketTests
{
    [Test]
    public void A_datagram_of_known_checksums_is_written_to_the_octet()
    {
        // The checksums B6C2 and 99D8 were computed outside this program.
        Assert.That(Convert.ToHexString(Packet([0x61, 0x62, 0x63]).Encode()), Is.EqualTo(
            "4500001F000040004011B6C2C0000201C000020A" + "17A505EC000B99D8" + "616263"));
    }

    [Test]
    public void What_is_written_is_read_back() => Gen.Byte.Array[0, 300].Sample(payload =>
    {
        var octets = Packet(payload).Encode();
        var isRead = UdpPacket.TryParse(octets, out var packet, out _);

        return isRead && packet!.Source.Equals(IPAddress.Parse("192.0.2.1")) && packet.Destination.Equals(IPAddress.Parse("192.0.2.10"))
            && (packet.SourcePort, packet.DestinationPort, packet.PayloadOffset) == (6053, 1516, 28)
            && packet.Payload.Span.SequenceEqual(payload)
            && HeaderSum(octets) == 0xFFFF;
    });

    [Test]
    public void Padding_after_the_datagram_is_no_part_of_it()
    {
        byte[] octets = [.. Packet([1]).Encode(), 0, 0, 0];

        Assert.That(UdpPacket.TryParse(octets, out var packet, out _), Is.True);
        Assert.That(packet!.Payload.ToArray(), Is.EqualTo(new byte[] { 1 }));
    }

    [Test]
    public void IPv4_options_are_skipped()
    {
        var octets = Packet([7]).Encode();
        octets[0] = 0x46;
        octets = [.. octets[..20], 1, 1, 1, 1, .. octets[20..]];

        Assert.That(UdpPacket.TryParse(octets, out var packet, out _), Is.True);
        Assert.That(packet!.PayloadOffset, Is.EqualTo(32));
    }

    [TestCase("11", "", 48)]
    [TestCase("00", "1100050200000000", 56)]
    [TestCase("3C", "2B00000000000000" + "1101000000000000" + "0000000000000000", 72)]
    public void IPv6_is_read_behind_its_extension_headers(string next, string extensions, int offset)
    {
        var octets = Convert.FromHexString($"600000000009{next}40" + Address(1) + Address(2) + extensions + "17A505EC00090000" + "AA");

        Assert.That(UdpPacket.TryParse(octets, out var packet, out _), Is.True);
        Assert.That((packet!.Source, packet.Destination), Is.EqualTo((IPAddress.Parse("2001:db8::1"), IPAddress.Parse("2001:db8::2"))));
        Assert.That((packet.SourcePort, packet.DestinationPort, packet.PayloadOffset), Is.EqualTo((6053, 1516, offset)));
    }

    [TestCase("", "the packet is empty", 0)]
    [TestCase("70", "IP version 7, expected 4 or 6", 0)]
    [TestCase("45", "an IPv4 header of 20 octets in a packet of 1", 0)]
    [TestCase("41000000000000000000000000000000000000000000", "an IPv4 header of 4 octets", 0)]
    [TestCase("4500001F00004000400600000000000000000000", "IP protocol 6, expected 17 (UDP)", 9)]
    [TestCase("4500001F00002000401100000000000000000000", "a fragment", 6)]
    [TestCase("4500001F00004000401100000000000000000000" + "17A505EC000B", "a UDP header has 8 octets, 6 are there", 20)]
    [TestCase("4500001F00004000401100000000000000000000" + "17A505EC000B0000", "the UDP length says 11 octets, 8 are there", 24)]
    [TestCase("4500001F00004000401100000000000000000000" + "17A505EC00070000", "the UDP length says 7 octets", 24)]
    [TestCase("60000000", "an IPv6 header has 40 octets, 4 are there", 4)]
    public void Other_packets_are_refused_with_the_place(string hex, string message, int offset)
    {
        Assert.That(UdpPacket.TryParse(Convert.FromHexString(hex), out _, out var error), Is.False);
        Assert.That(error?.Message, Does.StartWith(message));
        Assert.That(error?.Offset, Is.EqualTo(offset));
    }

    [TestCase("00", "1104050200000000")]
    [TestCase("3C", "11")]
    [TestCase("2C", "1100000000000000")]
    public void IPv6_extension_headers_that_break_off_or_fragment_are_refused(string next, string extension) => Assert.That(
        UdpPacket.TryParse(Convert.FromHexString($"600000000008{next}40" + Address(1) + Address(2) + extension), out _, out _), Is.False);

    [Test]
    public void What_UDP_in_IPv4_cannot_carry_is_not_written()
    {
        Assert.That(() => Packet(new byte[65_507]).Encode(), Throws.Nothing);
        Assert.That(() => Packet(new byte[65_508]).Encode(), Throws.InvalidOperationException.With.Message.Contains("65507"));
        Assert.That(() => (Packet([]) with { Source = IPAddress.IPv6Loopback }).Encode(), Throws.InvalidOperationException.With.Message.Contains("::1"));
    }

    private static UdpPacket Packet(byte[] payload) => new()
    {
        Source = IPAddress.Parse("192.0.2.1"),
        Destination = IPAddress.Parse("192.0.2.10"),
        SourcePort = 6053,
        DestinationPort = 1516,
        Payload = payload,
    };

    private static string Address(int last) => $"20010DB8{new string('0', 22)}{last:X2}";

    // RFC 1071: the one's complement sum over a header with its checksum is all ones.
    private static int HeaderSum(byte[] octets)
    {
        var sum = 0;
        for (var i = 0; i < 20; i += 2)
        {
            sum += (octets[i] << 8) | octets[i + 1];
        }

        return (sum & 0xFFFF) + (sum >> 16);
    }
}
