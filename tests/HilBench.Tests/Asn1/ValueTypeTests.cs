using HilBench.Asn1;

namespace HilBench.Tests.Asn1;

/// <summary>Bit strings, octet strings and identifiers as values.</summary>
internal sealed class ValueTypeTests
{
    [Test]
    public void A_bit_string_compares_by_length_and_bits()
    {
        var bits = BitString.FromBits("1010 0000 1");

        Assert.That(bits.ToString(), Is.EqualTo("101000001"));
        Assert.That(bits, Is.EqualTo(new BitString([0xA0, 0xFF], 9)));
        Assert.That(bits, Is.EqualTo(BitString.Of(9, 0, 2, 8)));
        Assert.That(bits.GetHashCode(), Is.EqualTo(BitString.Of(9, 0, 2, 8).GetHashCode()));
        Assert.That(BitString.FromBits("10"), Is.Not.EqualTo(BitString.FromBits("100")));
        Assert.That((bits[0], bits[1], bits[8], bits[9], bits[-1]), Is.EqualTo((true, false, true, false, false)));
        Assert.That(default(BitString), Is.EqualTo(BitString.FromBits(string.Empty)));
    }

    [Test]
    public void A_bit_string_refuses_what_is_no_bit()
    {
        Assert.That(() => BitString.FromBits("102"), Throws.TypeOf<FormatException>());
        Assert.That(() => new BitString([0xFF], 9), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => BitString.Of(3, 3), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void An_octet_string_compares_by_its_octets()
    {
        Assert.That(new OctetString([0xAB, 0x0C]).ToString(), Is.EqualTo("AB0C"));
        Assert.That(OctetString.FromHex("ab0c"), Is.EqualTo(new OctetString([0xAB, 0x0C])));
        Assert.That(default(OctetString), Is.EqualTo(OctetString.FromHex(string.Empty)));
        Assert.That(OctetString.FromHex("AB"), Is.Not.EqualTo(OctetString.FromHex("AB00")));
    }

    [TestCase("3.1")]
    [TestCase("1.40")]
    [TestCase("1")]
    [TestCase("1.2.-3")]
    public void An_object_identifier_refuses_arcs_that_do_not_exist(string dotted) =>
        Assert.That(() => ObjectIdentifier.Parse(dotted), Throws.TypeOf<FormatException>());

    [Test]
    public void A_destination_that_is_too_small_is_named_as_the_cause() => Assert.That(
        () => new UnknownOpenType(OctetString.FromHex("AABBCC")).Encode(new byte[2]),
        Throws.TypeOf<Asn1EncodeException>().With.Message.EqualTo("The destination holds 2 octets; the message needs at least 3. Give a longer one or call Encode()."));
}
