using HilBench.Wire.Pcapng;

namespace HilBench.Tests.Wire.Pcapng;

internal sealed class PcapngPacketTests
{
    private const string Written =
        "06000000" + "30000000" + "03000000" + "00000000" + "39300000" + "03000000" + "03000000" + "A1A2A300" + "0200040002000000" + "00000000" + "30000000";

    [Test]
    public void An_enhanced_packet_is_written_to_the_octet_even_over_old_octets()
    {
        var block = Enumerable.Repeat((byte)0xEE, 64).ToArray();

        var length = PcapngWriter.EnhancedPacket(block, 3, 12_345, inbound: false, [0xA1, 0xA2, 0xA3]);

        Assert.That(Convert.ToHexString(block.AsSpan(0, length)), Is.EqualTo(Written));
        Assert.That(length, Is.EqualTo(PcapngWriter.EnhancedPacketLength(3)));
    }

    [Test]
    public void Of_any_length_it_is_read_back([Range(0, 9)] int frameLength, [Values] bool inbound)
    {
        var frame = Enumerable.Range(1, frameLength).Select(octet => (byte)octet).ToArray();
        var block = new byte[PcapngWriter.EnhancedPacketLength(frameLength)];
        PcapngWriter.EnhancedPacket(block, 1, 1_782_907_200_123_456_789, inbound, frame);

        Assert.That(PcapngBlockHeader.TryParse(block, littleEndian: true, out var header, out _), Is.True);
        Assert.That(header.EndsWith(block.AsSpan(block.Length - 4)), Is.True);
        Assert.That(PcapngPacket.TryParse(header.Type, block.AsSpan(8, header.BodyLength), header.LittleEndian, out var packet, out _), Is.True);
        Assert.That(packet.Interface, Is.EqualTo(1));
        Assert.That(packet.Stamp, Is.EqualTo(1_782_907_200_123_456_789));
        Assert.That(packet.Inbound, Is.EqualTo(inbound));
        Assert.That(packet.OriginalLength, Is.EqualTo(frameLength));
        Assert.That(packet.Frame.ToArray(), Is.EqualTo(frame));
    }

    [Test]
    public void The_packet_block_of_old_files_has_16_bits_for_the_interface_and_16_for_losses()
    {
        var body = Convert.FromHexString("0002FFFF" + "00000000" + "00000005" + "00000001" + "00000001" + "AA000000");

        Assert.That(PcapngPacket.TryParse(PcapngBlock.ObsoletePacket, body, littleEndian: false, out var packet, out _), Is.True);
        Assert.That((packet.Interface, packet.Stamp, packet.Inbound), Is.EqualTo((2u, 5ul, (bool?)null)));
    }

    [TestCase("0000", "at least 20 octets, this one 2")]
    [TestCase("0000000000000000000000000400000004000000AABBCC", "claims 4 octets, 3 are in its block")]
    [TestCase("000000000000000000000000FFFFFFFFFFFFFFFF", "claims 4294967295 octets, 0 are in its block")]
    public void A_packet_that_does_not_fit_its_block_is_refused(string hex, string message)
    {
        Assert.That(PcapngPacket.TryParse(PcapngBlock.EnhancedPacket, Convert.FromHexString(hex), littleEndian: true, out _, out var error), Is.False);
        Assert.That(error?.Message, Does.Contain(message));
    }
}
