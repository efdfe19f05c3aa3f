using HilBench.Observing;
using HilBench.Tests.Cli;
using HilBench.Tests.Wire.AirWrappers;
using HilBench.Tests.Wire.Decoding;
using HilBench.Wire.AirWrappers;
using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Observing;

/// <summary>Captures with the wrappers of units, made by text2pcap and mergecap; unwrapped by editcap, tshark reads in them what we read.</summary>
[Category("Peer")]
internal sealed class IngestPeerTests
{
    private const int IpAndUdp = 42; // Ethernet, IPv4 and UDP headers that text2pcap writes
    private const int VendorHeader = 52;
    private string _folder = string.Empty;

    private static byte[] Wsmp => new WsmpMessage { Psid = new Psid(0x82), Payload = Dot2Data.WrapUnsecured(Samples.Spat()) }.Encode();

    private static byte[] Wireless => Wrapped.Wireless(WsmpMessage.EtherType, Wsmp);

    [SetUp]
    public void CreateFolder()
    {
        foreach (var program in (string[])["tshark", "text2pcap", "editcap", "mergecap"])
        {
            Peers.Require(program, "tshark");
        }

        _folder = Directory.CreateTempSubdirectory("hilbench-ingest-").FullName;
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
    public void Tshark_reads_radiotap_and_IEEE_802_11_as_we_do()
    {
        var file = Make("radiotap", Wrapped.Radiotap(Wireless), "-l", "127");
        var air = Air(file);

        Assert.That(
            Fields(file, "wlan.sa", "wsmp.psid", "radiotap.channel.freq", "radiotap.dbm_antsignal", "radiotap.dbm_antnoise", "radiotap.datarate", "llc.type"),
            Is.EqualTo($"{air.SourceMac},0x{air.Wsmp.Psid.Value:x8},{5000 + (5 * air.Radio!.Channel)},{air.Radio.SignalDbm},{air.Radio.NoiseDbm},{air.Radio.KilobitsPerSecond / 1000},0x88dc"));
        Assert.That(air.Payload.ToArray(), Is.EqualTo(Samples.Spat()));
    }

    [TestCase("DSRC received", 9 + 25)]
    [TestCase("DSRC sent", 9 + 20)]
    [TestCase("C-V2X received", 9 + 5)]
    [TestCase("C-V2X sent", 9 + 22)]
    public void What_editcap_leaves_of_C2P_tshark_reads_as_we_read_the_whole(string kind, int header)
    {
        var file = Make("c2p", kind switch
        {
            "DSRC received" => Wrapped.DsrcReceived(Wireless),
            "DSRC sent" => Wrapped.DsrcSent(Wireless),
            "C-V2X received" => Wrapped.Cv2xReceived(WsmpMessage.EtherType, Wireless),
            _ => Wrapped.Cv2xSent(Wireless),
        }, "-u", "40000,7943");
        var air = Air(file);

        Assert.That(Fields(Chop(file, IpAndUdp + header, "ieee-802-11"), "wlan.sa", "wsmp.psid"), Is.EqualTo($"{air.SourceMac},0x{air.Wsmp.Psid.Value:x8}"));
        Assert.That(air.Payload.ToArray(), Is.EqualTo(Samples.Spat()));
        Assert.That(air.Radio!.Received, Is.EqualTo(kind.EndsWith("received", StringComparison.Ordinal)));
    }

    [Test]
    public void A_header_that_nobody_knows_is_passed_over_as_editcap_chops_it()
    {
        var file = Make("vendor", [.. Enumerable.Repeat((byte)0xA5, VendorHeader), .. Wireless], "-u", "40000,37008");

        Assert.That(Content(file), Is.TypeOf<UndecodedContent>());
        var air = Air(file, VendorHeader);
        Assert.That(Fields(Chop(file, IpAndUdp + VendorHeader, "ieee-802-11"), "wlan.sa", "wsmp.psid"), Is.EqualTo($"{air.SourceMac},0x{air.Wsmp.Psid.Value:x8}"));
    }

    [Test]
    public void A_PC5_copy_without_its_family_octet_is_what_tshark_reads_behind_an_Ethernet_header()
    {
        var air = Air(Make("pc5", [1, .. Wsmp], "-u", "1234,1234"));

        Assert.That(Fields(Make("plain", Wsmp, "-e", "0x88dc"), "wsmp.psid"), Is.EqualTo($"0x{air.Wsmp.Psid.Value:x8}"));
        Assert.That(air.Payload.ToArray(), Is.EqualTo(Samples.Spat()));
    }

    [TestCase("00", true)]
    [TestCase("ff", false)]
    public void A_log_of_a_C_V2X_unit_tells_by_the_source_address_which_way_a_frame_went(string octet, bool received)
    {
        byte[] frame = [.. Enumerable.Repeat((byte)0xFF, 6), .. Enumerable.Repeat(Convert.ToByte(octet, 16), 6), 0x88, 0xDC, .. Wsmp];
        var file = Make("log", frame, "-l", "1");

        Assert.That(Fields(file, "eth.src", "wsmp.psid"), Is.EqualTo($"{string.Join(':', Enumerable.Repeat(octet, 6))},0x00000082"));
        Assert.That(Air(file).Radio, Is.EqualTo(new RadioReport { Received = received }));
    }

    [Test]
    public async Task Decode_and_judge_find_the_messages_of_a_capture_that_mergecap_put_together()
    {
        var all = Path.Combine(_folder, "all.pcapng");
        Peers.Run(
            "mergecap", "-a", "-w", all,
            Make("one", Wrapped.Radiotap(Wireless), "-l", "127"),
            Make("two", Wrapped.DsrcReceived(Wireless), "-u", "40000,7943"),
            Make("three", Wireless, "-l", "105"),
            Make("four", [1, .. Wsmp], "-u", "1234,1234"),
            Make("other", "nothing of ours"u8.ToArray(), "-u", "4000,4001"));

        var (code, output, error) = await Tool.RunAsync("decode", all, "--format", "jsonl");
        Assert.That((code, error.Trim()), Is.EqualTo((0, $"hilbench: {all}: 1 of 5 packets carry no message known here")));
        var messages = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..line.IndexOf("octets", StringComparison.Ordinal)]);
        Assert.That(messages, Is.EqualTo(Enumerable.Range(1, 4).Select(number => $"{{\"source\":\"{all}, packet {number}\",\"message\":\"SPAT\",\"")));

        (_, output, _) = await Tool.RunAsync("judge", all, "--evidence", "reduced", "--format", "json");
        Assert.That(output, Does.Contain("1 of 5 packets on Fake IF, text2pcap could not be read"));
    }

    [Test]
    public async Task Judge_passes_over_octets_only_in_a_bare_capture_and_says_so_in_the_record()
    {
        var file = Make("vendor", [.. new byte[VendorHeader], .. Wireless], "-l", "150");
        var (_, output, _) = await Tool.RunAsync("judge", file, "--skip", $"{VendorHeader}", "--format", "json");
        Assert.That(output, Does.Contain("--skip 52"));

        var (code, _, error) = await Tool.RunAsync("judge", _folder, "--skip", "4");
        Assert.That(code, Is.EqualTo(3));
        Assert.That(error, Does.EndWith($"hilbench: {_folder}: an evidence folder; octets are passed over only in a capture that no bench made.\n"));

        (code, _, error) = await Tool.RunAsync("decode", file, "--skip", "many");
        Assert.That(code, Is.EqualTo(64));
        Assert.That(error, Does.Contain("--skip: 'many' is no number of octets; expected 0 to 65535"));
    }

    private static AirContent Air(string file, int skip = 0)
    {
        var content = Content(file, skip);
        Assert.That(content, Is.TypeOf<AirContent>(), (content as UndecodedContent)?.Reason);
        return (AirContent)content;
    }

    private static Content Content(string file, int skip = 0)
    {
        using var reader = CaptureReader.Open(file);
        return ObservationReader.ReadBehind(reader.Packets().Single(), skip).Content;
    }

    private string Make(string name, byte[] octets, params string[] options)
    {
        var dump = Path.Combine(_folder, name + ".txt");
        var file = Path.Combine(_folder, name + ".pcapng");
        File.WriteAllLines(dump, octets.Chunk(16).Select((line, index) => $"{16 * index:x6} {string.Join(' ', line.Select(octet => $"{octet:x2}"))}"));
        Peers.Run("text2pcap", [.. options, dump, file]);
        return file;
    }

    private string Chop(string file, int octets, string encapsulation)
    {
        var chopped = Path.Combine(_folder, "chopped.pcapng");
        Peers.Run("editcap", "-C", $"{octets}", "-L", "-T", encapsulation, file, chopped);
        return chopped;
    }

    private static string Fields(string file, params string[] fields) =>
        Peers.Run("tshark", ["-r", file, "-T", "fields", "-E", "separator=,", "-E", "occurrence=f", .. fields.SelectMany(field => (string[])["-e", field])]).Trim();
}
