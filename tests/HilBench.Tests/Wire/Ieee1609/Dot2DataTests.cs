using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Wire.Ieee1609;

internal sealed class Dot2DataTests
{
    [TestCase(0, "038000")]
    [TestCase(127, "03807F")]
    [TestCase(128, "03808180")]
    [TestCase(255, "038081FF")]
    [TestCase(256, "0380820100")]
    public void The_length_takes_the_fewest_octets(int length, string header)
    {
        var wrapped = Dot2Data.WrapUnsecured(new byte[length]);

        Assert.That(Convert.ToHexString(wrapped), Does.StartWith(header));
        Assert.That(wrapped, Has.Length.EqualTo((header.Length / 2) + length));
        Assert.That(Dot2Data.TryUnwrap(wrapped, out var message, out _), Is.True);
        Assert.That(message, Has.Length.EqualTo(length));
    }

    [Test]
    public void A_length_with_more_octets_than_needed_is_read() =>
        Assert.That(Dot2Data.TryUnwrap([3, 0x80, 0x82, 0, 1, 0xAA], out _, out _), Is.True);

    [TestCase("", 0, "version 3")]
    [TestCase("028000", 0, "version 3")]
    [TestCase("038100", 1, "signedData")]
    [TestCase("03808A01", 2, "0x8A")]
    [TestCase("038005AA", 2, "says 5 octets, 1 follow")]
    [TestCase("038001AABB", 2, "says 1 octets, 2 follow")]
    public void What_is_wrong_is_said_with_its_offset(string hex, int offset, string expected)
    {
        Assert.That(Dot2Data.TryUnwrap(Convert.FromHexString(hex), out _, out var error), Is.False);
        Assert.That(error!.Value.Offset, Is.EqualTo(offset));
        Assert.That(error.Value.Message, Does.Contain(expected));
    }
}
