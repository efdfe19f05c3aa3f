using CsCheck;
using HilBench.Wire.Ethernet;

namespace HilBench.Tests.Wire.Ethernet;

internal sealed class LlcSnapPacketTests
{
    private const string Addresses = "FFFFFFFFFFFF" + "0200000000FE";
    private const string Header = "AAAA03" + "000000" + "88DC";

    [Test]
    public void A_packet_has_the_octets_of_RFC_1042_and_is_read_back()
    {
        var octets = new LlcSnapPacket { EtherType = 0x88DC, Payload = new byte[] { 3, 0 } }.Encode();

        Assert.That(Convert.ToHexString(octets), Is.EqualTo(Header + "0300"));
        Assert.That(LlcSnapPacket.TryParse(octets, out var packet, out _), Is.True);
        Assert.That(packet!.EtherType, Is.EqualTo(0x88DC));
        Assert.That(packet.Payload.ToArray(), Is.EqualTo(new byte[] { 3, 0 }));
    }

    [TestCase("", "8 octets, 0 are there", 0)]
    [TestCase("AAAA03000000", "8 octets, 6 are there", 6)]
    [TestCase("AAAA0300000088", "8 octets, 7 are there", 7)]
    [TestCase("42420300000088DC", "found 0x42, expected 0xAA", 0)]
    [TestCase("AAAA1300000088DC", "found 0x13, expected 0x03", 2)]
    [TestCase("AAAA030000F888DC", "found 0xF8, expected 0x00", 5)]
    [TestCase("AAAB", "found 0xAB, expected 0xAA", 1)]
    public void Other_octets_are_refused_with_their_place(string hex, string message, int offset)
    {
        Assert.That(LlcSnapPacket.TryParse(Convert.FromHexString(hex), out _, out var error), Is.False);
        Assert.That(error?.Message, Does.Contain(message));
        Assert.That(error?.Offset, Is.EqualTo(offset));
    }

    [Test]
    public void Every_type_and_payload_is_read_back() =>
        Gen.Select(Gen.UShort, Gen.Byte.Array[0, 100]).Sample((type, payload) =>
            LlcSnapPacket.TryParse(new LlcSnapPacket { EtherType = type, Payload = payload }.Encode(), out var packet, out _)
            && packet.EtherType == type && packet.Payload.Span.SequenceEqual(payload));

    [TestCase("000A", 22)]
    [TestCase("81000064" + "000A", 26)]
    public void A_frame_with_a_length_field_is_read_without_its_padding(string types, int offset)
    {
        Assert.That(EthernetFrame.TryParse(Convert.FromHexString(Addresses + types + Header + "0300" + "0000"), out var frame, out _), Is.True);
        Assert.That((frame!.EtherType, frame.PayloadOffset, frame.IsLlcSnap), Is.EqualTo((0x88DC, offset, true)));
        Assert.That(frame.Payload.ToArray(), Is.EqualTo(new byte[] { 3, 0 }));
    }

    [Test]
    public void A_frame_with_a_length_field_is_written_and_not_longer_than_the_field_may_say()
    {
        var frame = new EthernetFrame
        {
            Destination = EthernetFrame.Broadcast,
            Source = Convert.FromHexString("0200000000FE"),
            EtherType = 0x88DC,
            IsLlcSnap = true,
            Payload = new byte[] { 3, 0 },
        };

        Assert.That(Convert.ToHexString(frame.Encode()), Is.EqualTo(Addresses + "000A" + Header + "0300"));
        Assert.That((frame with { Payload = new byte[1492] }).Encode(), Has.Length.EqualTo(1514));
        Assert.That(() => (frame with { Payload = new byte[1493] }).Encode(), Throws.InvalidOperationException.With.Message.Contains("1501"));
    }

    [Test]
    public void A_length_beyond_the_end_is_refused() =>
        Assert.That(EthernetFrame.TryParse(Convert.FromHexString(Addresses + "000B" + Header + "0300"), out _, out _), Is.False);
}
