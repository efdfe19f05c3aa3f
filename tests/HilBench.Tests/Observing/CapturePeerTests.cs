using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Tests.Observing;

[Category("Peer")]
internal sealed class CapturePeerTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder()
    {
        Peers.Require("tshark", "tshark");
        _folder = Directory.CreateTempSubdirectory("hilbench-capture-").FullName;
    }

    [TearDown]
    public void DeleteFolder()
    {
        if (_folder.Length > 0)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Test]
    public void Tshark_names_the_interfaces_and_reads_stamps_directions_checksums_and_wsmp()
    {
        var fields = Peers.Run(
            "tshark", "-r", Write("capture.pcapng", 3), "-o", "udp.check_checksum:TRUE", "-o", "ip.check_checksum:TRUE", "-T", "fields", "-E", "separator=,",
            "-e", "frame.number", "-e", "frame.interface_name", "-e", "frame.time_epoch", "-e", "frame.packet_flags_direction",
            "-e", "udp.dstport", "-e", "ip.checksum.status", "-e", "udp.checksum.status", "-e", "eth.type", "-e", "wsmp.psid");

        Assert.That(fields.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(
        [
            "1,rsu1.air,1782907200.000000000,0x00000001,,,,0x88dc,0x00000020",
            "2,asc1.spat,1782907200.100000001,0x00000002,6053,1,1,,",
            "3,rsu1.air,1782907200.200000002,0x00000001,,,,0x88dc,0x00000020",
        ]));
    }

    [Test]
    public void Tshark_reads_where_a_stamp_was_taken_that_differs_from_those_of_its_tap()
    {
        var path = Path.Combine(_folder, "capture.pcapng");
        using (var writer = CaptureWriter.Create(path, "hilbench test", []))
        {
            writer.Write(SampleCapture.Frame(1));
            writer.Write(SampleCapture.Frame(1) with { Source = StampSource.Kernel });
            writer.Write(SampleCapture.Frame(1));
        }

        var fields = Peers.Run("tshark", "-r", path, "-T", "fields", "-E", "separator=,", "-e", "frame.number", "-e", "frame.comment", "-e", "udp.dstport");
        Assert.That(fields.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(["1,,6053", "2,stamp: kernel,6053", "3,,6053"]));
        using var reader = CaptureReader.Open(path);
        Assert.That(
            reader.Packets().Select(packet => ObservationReader.Read(packet).Stamps),
            Is.EqualTo([StampSource.UserSpace, StampSource.Kernel, StampSource.UserSpace]));
    }

    [Test]
    public void Capinfos_reads_the_head_of_the_file_with_application_and_descriptions()
    {
        Peers.Require("capinfos", "tshark");
        var text = Peers.Run("capinfos", Write("capture.pcapng", 3));

        Assert.That(text, Does.Contain("hilbench test"));
        Assert.That(text, Does.Contain("Description = Air interface; a stand-in; stamps: virtual clock"));
        Assert.That(text, Does.Contain("Time precision = nanoseconds (9)"));
        Assert.That(text, Does.Contain("Number of packets = 2"));
    }

    [TestCase("pcap", "0 100000000 200000000")]
    [TestCase("nsecpcap", "0 100000001 200000002")]
    [TestCase("pcapng", "0 100000001 200000002")]
    public void A_capture_that_editcap_rewrote_reads_back(string format, string stamps)
    {
        Peers.Require("editcap", "tshark");
        var path = Path.Combine(_folder, format);
        var air = Path.Combine(_folder, "air.pcapng");
        using (var writer = CaptureWriter.Create(air, "hilbench test", [SampleCapture.Air]))
        {
            for (var i = 0; i < 3; i++)
            {
                writer.Write(SampleCapture.Frame(0) with { At = SampleCapture.At(i) });
            }
        }

        Peers.Run("editcap", "-F", format, air, path);
        using var reader = CaptureReader.Open(path);
        var packets = reader.Packets().ToArray();

        Assert.That(string.Join(' ', packets.Select(packet => packet.At.NanosecondsSince(SampleCapture.Noon))), Is.EqualTo(stamps));
        Assert.That(packets.Select(packet => packet.Frame.ToArray()), Is.All.EqualTo(SampleCapture.Frame(0).Frame.ToArray()));
        Assert.That(packets[0].Tap.Name, Is.EqualTo(format == "pcapng" ? "rsu1.air" : "capture0"));
        Assert.That(packets[0].Direction, Is.EqualTo(format == "pcapng" ? (Direction?)Direction.FromDevice : null));
        Assert.That(packets.Select(packet => ObservationReader.Read(packet).Content), Is.All.TypeOf<AirContent>());
    }

    [Test]
    public void Captures_that_mergecap_put_together_keep_their_interfaces()
    {
        Peers.Require("mergecap", "tshark");
        var merged = Path.Combine(_folder, "merged.pcapng");
        Peers.Run("mergecap", "-a", "-w", merged, Write("one.pcapng", 2), Write("two.pcapng", 2));

        using var reader = CaptureReader.Open(merged);
        Assert.That(
            reader.Packets().Select(packet => (packet.Number, packet.Tap.Name)),
            Is.EqualTo([(1, "rsu1.air"), (2, "asc1.spat"), (3, "rsu1.air"), (4, "asc1.spat")]));
    }

    [Test]
    public void A_datagram_that_text2pcap_wrapped_is_read_by_its_port()
    {
        Peers.Require("text2pcap", "tshark");
        var octets = SampleCapture.Tscbm(42);
        var dump = Path.Combine(_folder, "dump.txt");
        var path = Path.Combine(_folder, "dump.pcap");
        File.WriteAllLines(dump, octets.Chunk(16).Select((line, index) => $"{16 * index:x6} {string.Join(' ', line.Select(octet => $"{octet:x2}"))}"));
        Peers.Run("text2pcap", "-F", "pcap", "-u", "4000,6053", dump, path);

        using var reader = CaptureReader.Open(path);
        var observation = ObservationReader.Read(reader.Packets().Single());

        Assert.That((observation.Content as TscbmContent)?.Message.Sequence, Is.EqualTo(42));
        Assert.That((observation.Tap, observation.Direction), Is.EqualTo(("capture0", Direction.FromDevice)));
    }

    [Test]
    public void A_capture_that_editcap_cut_with_a_snap_length_says_so()
    {
        Peers.Require("editcap", "tshark");
        var path = Path.Combine(_folder, "short.pcapng");
        Peers.Run("editcap", "-s", "100", Write("capture.pcapng", 2), path);

        using var reader = CaptureReader.Open(path);
        var contents = reader.Packets().Select(packet => ObservationReader.Read(packet).Content).ToArray();

        Assert.That(contents[0], Is.TypeOf<AirContent>(), "short enough");
        Assert.That(contents[1], Is.TypeOf<UndecodedContent>().With.Property("Reason").StartsWith("the capture holds 100 of 269 octets").And.Property("Offset").EqualTo(100));
    }

    private string Write(string name, int packets)
    {
        var path = Path.Combine(_folder, name);
        SampleCapture.Write(CaptureWriter.Create(path, "hilbench test", [SampleCapture.Air, SampleCapture.Feed]), packets);
        return path;
    }
}
