using CsCheck;
using HilBench.Wire.Csae;

namespace HilBench.Tests.Wire.Csae;

internal sealed class DsmpPacketTests
{
    [TestCase(112, "BSM, ordinary vehicle", "04" + "00" + "70" + "0002" + "AABB")]
    [TestCase(3619, "SPAT", "04" + "00" + "8DA3" + "0002" + "AABB")]
    [TestCase(128, null, "04" + "00" + "8000" + "0002" + "AABB")]
    [TestCase(32_895, null, "04" + "00" + "FFFF" + "0002" + "AABB")]
    public void A_message_has_the_octets_of_the_public_implementations(int aid, string? name, string hex)
    {
        var packet = DsmpPacket.Of(aid, [0xAA, 0xBB]);

        Assert.That(Convert.ToHexString(packet.Encode()), Is.EqualTo(hex));
        Assert.That((packet.Aid, packet.AidName), Is.EqualTo((aid, name)));
    }

    [TestCase("04" + "00" + "70" + "0000", 112, "no data")]
    [TestCase("04" + "1F" + "05" + "02" + "AABB" + "70" + "0001" + "CC", 112, "an extension and reserved bits")]
    [TestCase("04" + "E0" + "8DA3" + "0001" + "CC", 3619, "another version")]
    public void Octets_are_read_and_written_again(string hex, int aid, string because)
    {
        Assert.That(DsmpPacket.TryParse(Convert.FromHexString(hex), out var packet, out var error), Is.True, error?.ToString());
        Assert.That(packet!.Aid, Is.EqualTo(aid), because);
        Assert.That(Convert.ToHexString(packet.Encode()), Is.EqualTo(hex));
    }

    [TestCase("", 0, "found nothing, expected protocol type 4")]
    [TestCase("0500700000", 0, "found 0x05, expected protocol type 4")]
    [TestCase("040070000101" + "02", 6, "the length says 1 octets, more follow")]
    [TestCase("0400700003" + "0102", 5, "data")]
    public void What_is_wrong_is_said_with_its_offset(string hex, int offset, string expected)
    {
        Assert.That(DsmpPacket.TryParse(Convert.FromHexString(hex), out _, out var error), Is.False);
        Assert.That(error?.Message, Does.Contain(expected));
        Assert.That(error?.Offset, Is.EqualTo(offset));
    }

    [Test]
    public void A_message_cut_anywhere_is_told()
    {
        var octets = Convert.FromHexString("04" + "1F" + "05" + "02" + "AABB" + "8DA3" + "0003" + "CCDDEE");
        for (var length = 0; length < octets.Length; length++)
        {
            Assert.That(DsmpPacket.TryParse(octets.AsSpan(0, length), out _, out var error), Is.False, $"{length} octets");
            Assert.That(error?.Offset, Is.InRange(0, length));
        }
    }

    [Test]
    public void Every_identifier_and_data_is_read_back() =>
        Gen.Select(Gen.Int[0, 32_895], Gen.Byte.Array[0, 300]).Sample((aid, data) =>
            DsmpPacket.TryParse(DsmpPacket.Of(aid, data).Encode(), out var packet, out _)
            && packet.Aid == aid && packet.Message.Body.Data.Span.SequenceEqual(data));

    [Test]
    public void Octets_that_are_a_packet_are_written_again() =>
        Gen.Byte.Array[0, 30].Sample(octets => !DsmpPacket.TryParse([4, .. octets], out var packet, out _) || packet.Encode().AsSpan().SequenceEqual((byte[])[4, .. octets]));

    [TestCase(-1)]
    [TestCase(32_896)]
    public void An_identifier_that_two_octets_do_not_hold_is_refused(int aid) =>
        Assert.That(() => DsmpPacket.Of(aid, []), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
