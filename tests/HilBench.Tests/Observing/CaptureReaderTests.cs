using System.Buffers.Binary;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Wire.Pcapng;

namespace HilBench.Tests.Observing;

internal sealed class CaptureReaderTests
{
    [Test]
    public void What_is_written_is_read_back()
    {
        using var reader = CaptureReader.Read(new MemoryStream(SampleCapture.Octets(3)), "sample.pcapng");
        var packets = reader.Packets().ToArray();

        Assert.That(reader.TruncatedAt, Is.Null);
        Assert.That(reader.Taps, Is.EqualTo([SampleCapture.Air, SampleCapture.Feed]));
        Assert.That(packets.Select(packet => packet.Number), Is.EqualTo([1, 2, 3]));
        Assert.That(packets.Select(packet => packet.Tap), Is.EqualTo([SampleCapture.Air, SampleCapture.Feed, SampleCapture.Air]));
        Assert.That(packets.Select(packet => packet.At), Is.EqualTo(Enumerable.Range(0, 3).Select(SampleCapture.At)));
        Assert.That(packets.Select(packet => packet.Direction), Is.EqualTo(new Direction?[] { Direction.FromDevice, Direction.ToDevice, Direction.FromDevice }));
        for (var i = 0; i < 3; i++)
        {
            Assert.That(packets[i].Frame.ToArray(), Is.EqualTo(SampleCapture.Frame(i).Frame.ToArray()));
            Assert.That(packets[i].OriginalLength, Is.EqualTo(packets[i].Frame.Length));
        }
    }

    [Test]
    public void A_cut_at_any_octet_keeps_every_packet_before_it_and_tells_the_place()
    {
        var whole = SampleCapture.Octets(3);
        var ends = Enumerable.Range(0, 4).Select(packets => SampleCapture.Octets(packets).Length).ToArray();
        for (var length = 4; length < whole.Length; length++)
        {
            var packets = SampleCapture.Read(whole[..length], out var truncatedAt);

            Assert.That(packets, Has.Length.EqualTo(ends.Count(end => end <= length) - (length < ends[0] ? 0 : 1)), $"packets of a file cut at {length}");
            Assert.That(truncatedAt, length >= ends[0] ? Is.EqualTo(ends.Contains(length) ? null : (long?)ends.Last(end => end <= length)) : Is.Null.Or.LessThan(length), $"place of a cut at {length}");
        }
    }

    [TestCase(4, 0xFF, "damaged at octet 0: the block claims")]
    [TestCase(8, 0x00, "damaged at octet 0: the section header has no byte-order magic")]
    public void Damage_in_the_head_is_one_error_with_the_place(int octet, int value, string message)
    {
        var octets = SampleCapture.Octets(1);
        octets[octet] = (byte)value;

        Assert.That(() => SampleCapture.Read(octets, out _), Throws.TypeOf<CaptureException>().With.Message.StartsWith($"sample.pcapng: {message}"));
    }

    [Test]
    public void Damage_in_the_middle_gives_the_packets_before_it_then_one_error_with_place_and_remedy()
    {
        var start = SampleCapture.Octets(2).Length;
        var octets = SampleCapture.Octets(5);
        octets[start + 8] = 7; // interface number

        using var reader = CaptureReader.Read(new MemoryStream(octets), "sample.pcapng");
        var read = new List<int>();
        var exception = Assert.Throws<CaptureException>(() =>
        {
            foreach (var packet in reader.Packets())
            {
                read.Add(packet.Number);
            }
        });

        Assert.That(read, Is.EqualTo([1, 2]));
        Assert.That(exception!.Message, Does.StartWith($"sample.pcapng: damaged at octet {start}: a packet of interface 7, but only 2 are described before it."));
        Assert.That(exception.Message, Does.EndWith("editcap -r sample.pcapng part.pcapng 1-2"));
    }

    [Test]
    public void A_block_that_claims_more_than_the_cap_is_refused_before_memory_is_taken()
    {
        var start = SampleCapture.Octets(1).Length;
        var octets = SampleCapture.Octets(2);
        BinaryPrimitives.WriteInt32LittleEndian(octets.AsSpan(start + 4), PcapngBlock.LongestBlock + 4);

        Assert.That(() => SampleCapture.Read(octets, out _), Throws.TypeOf<CaptureException>().With.Message.Contains($"damaged at octet {start}: the block claims 16777220 octets"));
    }

    [TestCase("", "the file is empty, not a pcap or pcapng file")]
    [TestCase("00", "not a pcap or pcapng file: it begins with 00.")]
    [TestCase("DEADBEEF00112233", "not a pcap or pcapng file: it begins with DEADBEEF.")]
    [TestCase("1F8B080000000000", "unpack it first")]
    public void Octets_that_are_no_capture_are_refused(string hex, string message) =>
        Assert.That(() => SampleCapture.Read(Convert.FromHexString(hex), out _), Throws.TypeOf<CaptureException>().With.Message.Contains(message));

    [Test]
    public void A_file_that_is_not_there_is_told_with_its_path() =>
        Assert.That(() => CaptureReader.Open("no-such.pcapng"), Throws.TypeOf<CaptureException>().With.Message.StartsWith("no-such.pcapng: the capture cannot be opened"));

    [Test]
    public void A_reader_refuses_to_read_its_packets_twice()
    {
        using var reader = CaptureReader.Read(new MemoryStream(SampleCapture.Octets(1)), "sample.pcapng");
        _ = reader.Packets().Count();

        Assert.That(() => reader.Packets(), Throws.InvalidOperationException);
    }

    [Test]
    public void A_second_section_brings_its_own_interfaces_and_byte_order()
    {
        byte[] octets = [.. SampleCapture.Octets(2), .. BigEndianSection()];

        var packets = SampleCapture.Read(octets, out var truncatedAt);

        Assert.That(truncatedAt, Is.Null);
        Assert.That(packets.Select(packet => (packet.Number, packet.Tap.Name)), Is.EqualTo([(1, "rsu1.air"), (2, "asc1.spat"), (3, "capture2")]));
        Assert.That(packets[2].At.UnixNanoseconds, Is.EqualTo(0x1_0000_0002 * 1000), "default resolution is microseconds");
        Assert.That(packets[2].Direction, Is.Null);
        Assert.That(packets[2].Frame.ToArray(), Is.EqualTo(new byte[] { 9, 8, 7 }));
        Assert.That(packets[2].OriginalLength, Is.EqualTo(60));
        Assert.That(packets[2].Tap.Stamps, Is.EqualTo(StampSource.Kernel));
    }

    [Test]
    public void Broken_octets_never_do_worse_than_the_one_error()
    {
        var random = new Random(1);
        var valid = SampleCapture.Octets(6);
        var refused = 0;
        for (var i = 0; i < 5000; i++)
        {
            var octets = valid.ToArray();
            for (var flips = random.Next(1, 5); flips > 0; flips--)
            {
                octets[random.Next(octets.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.That(SampleCapture.Read(octets, out _).Select(ObservationReader.Read).Count(), Is.LessThanOrEqualTo(6));
            }
            catch (CaptureException exception)
            {
                refused++;
                Assert.That(exception.Message, Does.StartWith("sample.pcapng: "));
            }
        }

        Assert.That(refused, Is.Positive);
    }

    [Test]
    public void A_classic_pcap_that_is_cut_anywhere_keeps_every_packet_before_the_cut()
    {
        var whole = ClassicPcap();
        for (var length = 4; length <= whole.Length; length++)
        {
            var packets = SampleCapture.Read(whole[..length], out var truncatedAt);

            Assert.That(packets, Has.Length.EqualTo(length < 42 ? 0 : length < 61 ? 1 : 2), $"packets of a file cut at {length}");
            Assert.That(truncatedAt, Is.EqualTo(length switch { < 24 => 0, 24 or 42 or 61 => null, < 42 => 24, _ => (long?)42 }), $"place of a cut at {length}");
        }
    }

    [Test]
    public void A_classic_pcap_with_an_impossible_length_is_damaged_there()
    {
        var octets = ClassicPcap();
        octets[42 + 8] = 0x7F;

        Assert.That(
            () => SampleCapture.Read(octets, out _),
            Throws.TypeOf<CaptureException>().With.Message.StartsWith("sample.pcapng: damaged at octet 42: packet 2 claims 2130706435 octets"));
    }

    private static byte[] ClassicPcap() => Convert.FromHexString(
        "A1B2C3D4" + "00020004" + "00000000" + "00000000" + "0000FFFF" + "00000001"
        + "00000001" + "00000002" + "00000002" + "00000002" + "AABB"
        + "00000001" + "00000003" + "00000003" + "00000009" + "AABBCC");

    private static byte[] BigEndianSection() => Convert.FromHexString(
        "0A0D0D0A0000001C1A2B3C4D00010000FFFFFFFFFFFFFFFF0000001C" // section header
        + "00000BAD0000000C0000000C" // a block of unknown type
        + "0000000100000014000100000000FFFF00000014" // Ethernet, no options
        + "000000060000002400000000000000010000000200000003" + "0000003C" + "09080700" + "00000024");
}
