using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Wire.Ieee1609;

internal sealed class PsidTests
{
    [TestCase(0x20u, "20", "0x20")]
    [TestCase(0x7Fu, "7F", "0x7F")]
    [TestCase(0x80u, "8000", "0x8000")]
    [TestCase(0x82u, "8002", "0x8002")]
    [TestCase(0x407Fu, "BFFF", "0xBFFF")]
    [TestCase(0x4080u, "C00000", "0xC00000")]
    [TestCase(0x20407Fu, "DFFFFF", "0xDFFFFF")]
    [TestCase(0x204080u, "E0000000", "0xE0000000")]
    [TestCase(0x204097u, "E0000017", "0xE0000017")]
    [TestCase(0x1020407Fu, "EFFFFFFF", "0xEFFFFFFF")]
    public void Each_length_begins_where_the_shorter_one_ends(uint value, string hex, string text)
    {
        var octets = new byte[4];
        var length = new Psid(value).Write(octets);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Convert.ToHexString(octets, 0, length), Is.EqualTo(hex));
            Assert.That(Psid.TryRead(Convert.FromHexString(hex), out var read, out var readLength), Is.True);
            Assert.That(read.Value, Is.EqualTo(value));
            Assert.That(readLength, Is.EqualTo(length));
            Assert.That(read.ToString(), Is.EqualTo(text));
        }
    }

    [TestCase("")]
    [TestCase("80")]
    [TestCase("C000")]
    [TestCase("E00000")]
    [TestCase("F0000000")]
    public void Octets_that_end_early_or_begin_with_four_ones_are_no_identifier(string hex) =>
        Assert.That(Psid.TryRead(Convert.FromHexString(hex), out _, out _), Is.False);
}
