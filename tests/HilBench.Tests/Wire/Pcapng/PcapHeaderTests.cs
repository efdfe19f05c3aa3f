using HilBench.Wire.Pcapng;

namespace HilBench.Tests.Wire.Pcapng;

internal sealed class PcapHeaderTests
{
    [TestCase("A1B2C3D4", "00000001", false, false)]
    [TestCase("A1B23C4D", "00000001", false, true)]
    [TestCase("D4C3B2A1", "01000000", true, false)]
    [TestCase("4D3CB2A1", "01000000", true, true)]
    public void The_first_octets_tell_byte_order_and_resolution(string magic, string linkType, bool littleEndian, bool inNanoseconds)
    {
        var octets = Convert.FromHexString($"{magic}{new string('0', 32)}{linkType}");

        Assert.That(PcapHeader.Begins(octets), Is.True);
        Assert.That(PcapHeader.Parse(octets), Is.EqualTo(new PcapHeader(1, littleEndian, inNanoseconds)));
    }

    [Test]
    public void The_length_of_a_check_sequence_is_no_part_of_the_link_type() =>
        Assert.That(PcapHeader.Parse(Convert.FromHexString($"A1B2C3D4{new string('0', 32)}24000071")).LinkType, Is.EqualTo(0x71));

    [TestCase(false, 1_000_002_000L)]
    [TestCase(true, 1_000_000_002L)]
    public void A_record_counts_seconds_and_a_fraction(bool inNanoseconds, long unixNanoseconds)
    {
        var record = new PcapHeader(1, LittleEndian: false, inNanoseconds).ParseRecord(Convert.FromHexString("00000001000000020000000300000004"));

        Assert.That(record, Is.EqualTo(new PcapRecord(unixNanoseconds, 3, 4)));
    }

    [TestCase("0A0D0D0A")]
    [TestCase("00000000")]
    public void Other_files_do_not_begin_like_it(string hex) => Assert.That(PcapHeader.Begins(Convert.FromHexString(hex)), Is.False);
}
