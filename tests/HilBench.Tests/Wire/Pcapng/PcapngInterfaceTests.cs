using HilBench.Wire.Pcapng;

namespace HilBench.Tests.Wire.Pcapng;

internal sealed class PcapngInterfaceTests
{
    [Test]
    public void What_is_written_is_read_back()
    {
        var block = PcapngWriter.InterfaceDescription(101, "asc1.spat", "Signal feed, 10 Hz");

        Assert.That(PcapngBlockHeader.TryParse(block, littleEndian: true, out var header, out _), Is.True);
        Assert.That((header.Type, header.Length), Is.EqualTo((PcapngBlock.InterfaceDescription, block.Length)));
        Assert.That(PcapngInterface.TryParse(block.AsSpan(8, header.BodyLength), littleEndian: true, out var description, out _), Is.True);
        Assert.That(description, Is.EqualTo(new PcapngInterface(101, "asc1.spat", "Signal feed, 10 Hz", 1_000_000_000, 0)));
    }

    [TestCase(0x06, 1_000_000UL)]
    [TestCase(0x09, 1_000_000_000UL)]
    [TestCase(0x00, 1UL)]
    [TestCase(0x8A, 1024UL)]
    [TestCase(0x7F, 10_000_000_000_000_000_000UL)]
    [TestCase(0xFF, 9_223_372_036_854_775_808UL)]
    public void The_resolution_is_a_negative_power_of_ten_or_two(byte resolution, ulong units)
    {
        byte[] body = [1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 0, resolution, 0, 0, 0];

        Assert.That(PcapngInterface.TryParse(body, littleEndian: true, out var description, out _), Is.True);
        Assert.That(description!.UnitsPerSecond, Is.EqualTo(units));
    }

    [TestCase(1_000_000UL, 0L, 1_782_907_200_000_001UL, 1_782_907_200_000_001_000L)]
    [TestCase(1024UL, 0L, 1025UL, 1_000_976_562L)]
    [TestCase(1_000_000_000UL, -1L, 1_500_000_000UL, 500_000_000L)]
    [TestCase(1UL, 0L, ulong.MaxValue, long.MaxValue)]
    [TestCase(1_000_000_000UL, long.MinValue, 0UL, long.MinValue)]
    public void Stamps_become_nanoseconds_since_1970(ulong units, long offset, ulong stamp, long nanoseconds) =>
        Assert.That(new PcapngInterface(1, null, null, units, offset).ToUnixNanoseconds(stamp), Is.EqualTo(nanoseconds));

    [Test]
    public void Options_that_do_not_fit_are_passed_over()
    {
        byte[] body = [0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 200, (byte)'x', 0, 0, 0];

        Assert.That(PcapngInterface.TryParse(body, littleEndian: false, out var description, out _), Is.True);
        Assert.That(description, Is.EqualTo(new PcapngInterface(1, null, null, 1_000_000, 0)));
    }

    [Test]
    public void A_description_that_is_too_short_is_refused()
    {
        Assert.That(PcapngInterface.TryParse(new byte[7], littleEndian: true, out _, out var error), Is.False);
        Assert.That(error?.Message, Is.EqualTo("an interface description has at least 8 octets, this one 7"));
    }
}
