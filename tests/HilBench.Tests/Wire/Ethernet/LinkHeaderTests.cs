using HilBench.Wire.Ethernet;

namespace HilBench.Tests.Wire.Ethernet;

internal sealed class LinkHeaderTests
{
    [TestCase(1, "FFFFFFFFFFFF0200000000FE88DC", 0x88DC, 14, "02:00:00:00:00:fe")]
    [TestCase(101, "45", 0x0800, 0, null)]
    [TestCase(101, "60", 0x86DD, 0, null)]
    [TestCase(228, "45", 0x0800, 0, null)]
    [TestCase(229, "60", 0x86DD, 0, null)]
    [TestCase(113, "0000" + "0001" + "0006" + "0200000000FE0000" + "88DC", 0x88DC, 16, "02:00:00:00:00:fe")]
    [TestCase(113, "0000" + "FFFE" + "0000" + "0000000000000000" + "0800", 0x0800, 16, null)]
    [TestCase(276, "86DD" + "0000" + "00000002" + "0001" + "00" + "06" + "0200000000FE0000", 0x86DD, 20, "02:00:00:00:00:fe")]
    public void The_header_says_what_follows_and_who_sent_it(int linkType, string hex, int etherType, int offset, string? source)
    {
        Assert.That(LinkHeader.TryParse(linkType, Convert.FromHexString(hex), out var header, out _), Is.True);
        Assert.That(header, Is.EqualTo(new LinkHeader((ushort)etherType, offset, source)));
    }

    [TestCase(113, "00", "a Linux cooked header has 16 octets, 1 are there")]
    [TestCase(276, "00", "a Linux cooked header has 20 octets, 1 are there")]
    [TestCase(1, "00", "an Ethernet frame has at least 14 octets, this one 1")]
    [TestCase(150, "00", "LINKTYPE 150, expected Ethernet (1), raw IP (101, 228, 229), IEEE 802.11 (105, 127) or Linux cooked (113, 276)")]
    public void Other_headers_are_refused(int linkType, string hex, string message)
    {
        Assert.That(LinkHeader.TryParse(linkType, Convert.FromHexString(hex), out _, out var error), Is.False);
        Assert.That(error?.Message, Is.EqualTo(message));
    }
}
