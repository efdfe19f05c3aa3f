using System.Text;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Running;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.J2735;
using HilBench.Wire.Nmea;

namespace HilBench.Tests.Observing;

internal sealed class ObservationReaderTests
{
    private static readonly ImmediateForwardMessage Forward = new() { Type = "SPAT", Psid = Psid.IntersectionSafety, Payload = new byte[] { 0, 0x13, 1 } };

    [Test]
    public void An_observation_keeps_what_the_tap_told()
    {
        var frame = SampleCapture.Frame(1);

        var observation = ObservationReader.Read(frame, 17);

        Assert.That(observation.Number, Is.EqualTo(17));
        Assert.That(observation.Tap, Is.EqualTo("asc1.spat"));
        Assert.That(observation.At, Is.EqualTo(SampleCapture.At(1)));
        Assert.That(observation.Stamps, Is.EqualTo(StampSource.UserSpace));
        Assert.That(observation.Direction, Is.EqualTo(Direction.ToDevice));
        Assert.That(observation.Frame, Is.EqualTo(frame.Frame));
        Assert.That((observation.Content as TscbmContent)?.Message.Sequence, Is.EqualTo(1));
    }

    [Test]
    public void An_air_frame_is_read_down_to_the_J2735_message()
    {
        var bsm = RecordedBsm();

        var content = (AirContent)Content("obu1.air", LinkLayer.Ethernet, SampleCapture.AirFrame(0x20, bsm));

        Assert.That(content.SourceMac, Is.EqualTo("02:00:00:00:00:1a"));
        Assert.That(content.Wsmp.Psid, Is.EqualTo(Psid.VehicleSafety));
        Assert.That(content.Payload.ToArray(), Is.EqualTo(bsm));
        Assert.That(content.Frame?.Value.Value, Is.TypeOf<BasicSafetyMessage>());
        Assert.That(content.FrameError, Is.Null);
    }

    [Test]
    public void An_air_frame_whose_message_breaks_off_says_where()
    {
        var bsm = RecordedBsm();

        var content = (AirContent)Content("obu1.air", LinkLayer.Ethernet, SampleCapture.AirFrame(0x20, bsm[..^20]));

        Assert.That(content.Frame, Is.Null);
        Assert.That(content.FrameError, Does.Contain("bit"));
    }

    [TestCase("asc1.spat", typeof(TscbmContent))]
    [TestCase("rsu1.ifm", typeof(ImmediateForwardContent))]
    [TestCase("rsu1.store", typeof(ImmediateForwardContent))]
    [TestCase("asc1.lamps", typeof(LampContent))]
    [TestCase("asc1.detectors", typeof(DetectorContent))]
    [TestCase("obu1.gnss", typeof(GnssContent))]
    public void The_kind_of_the_tap_says_what_a_datagram_is_on_whatever_port(string tap, Type content) =>
        Assert.That(Content(tap, LinkLayer.RawIp, SampleCapture.Datagram(40_000, Datagram(tap))), Is.TypeOf(content));

    [Test]
    public void Without_a_kind_the_port_says_what_a_datagram_is()
    {
        Assert.That(Content("eth0", LinkLayer.RawIp, SampleCapture.Datagram(6053, Datagram("asc1.spat"))), Is.TypeOf<TscbmContent>());
        Assert.That(Content("eth0", LinkLayer.RawIp, SampleCapture.Datagram(1516, Forward.Encode())), Is.TypeOf<ImmediateForwardContent>());
        Assert.That(
            Content("eth0", LinkLayer.RawIp, SampleCapture.Datagram(53, [1])),
            Is.EqualTo(new UndecodedContent("a known UDP port", "UDP port 53, expected 6053 (TSCBM), 1516 (immediate forward), 7943 (C2P) or 1234 (PC5)", 28)));
    }

    [Test]
    public void Octets_that_cannot_be_read_say_what_was_expected_and_where_in_the_frame()
    {
        var tscbm = SampleCapture.Tscbm(0);
        tscbm[0] = 0;

        Assert.That(
            Content("asc1.spat", LinkLayer.RawIp, SampleCapture.Datagram(6053, tscbm)),
            Is.TypeOf<UndecodedContent>().With.Property("Expected").EqualTo("TSCBM").And.Property("Offset").EqualTo(28));
        Assert.That(
            Content("rsu1.air", LinkLayer.Ethernet, new byte[20]),
            Is.TypeOf<UndecodedContent>().With.Property("Offset").EqualTo(12));
        Assert.That(
            Content("x", (LinkLayer)150, new byte[20]),
            Is.TypeOf<UndecodedContent>().With.Property("Reason").StartsWith("LINKTYPE 150, expected Ethernet"));
    }

    [Test]
    public void A_signed_message_is_undecoded_at_its_content_choice()
    {
        var frame = SampleCapture.AirFrame(0x20, [1, 2, 3]);
        var choice = Array.LastIndexOf(frame, (byte)0x80);
        frame[choice] = 0x81;

        Assert.That(
            Content("obu1.air", LinkLayer.Ethernet, frame),
            Is.EqualTo(new UndecodedContent("an unsecured IEEE 1609.2 message", "content choice 0x81 (signedData), expected 0x80 (unsecuredData)", choice)));
    }

    [TestCase("rsu1.ifm", Direction.ToDevice)]
    [TestCase("asc1.detectors", Direction.ToDevice)]
    [TestCase("obu1.gnss", Direction.ToDevice)]
    [TestCase("asc1.spat", Direction.FromDevice)]
    [TestCase("asc1.lamps", Direction.FromDevice)]
    public void Where_a_capture_does_not_tell_the_way_the_content_does(string tap, Direction direction)
    {
        var octets = SampleCapture.Datagram(40_000, Datagram(tap));
        var packet = new CapturedPacket(1, new TapInterface(tap, LinkLayer.RawIp, StampSource.Kernel, ""), SampleCapture.Noon, null, octets, octets.Length);

        Assert.That(ObservationReader.Read(packet).Direction, Is.EqualTo(direction));
    }

    [Test]
    public void The_marks_of_the_bench_are_read_as_it_writes_them()
    {
        var floor = new FloorMeasurement(100, 10.5, 20, 30, 40, "over loopback");

        Assert.That(Mark(BenchMarks.End()), Is.EqualTo(new RunEndContent()));
        Assert.That(Mark(BenchMarks.Floor(floor)), Is.EqualTo(new FloorContent(floor)));
        Assert.That(
            Mark(BenchMarks.Late(SampleCapture.Noon, TimeSpan.FromMilliseconds(2.5))),
            Is.EqualTo(new ClockContent(SampleCapture.Noon, TimeSpan.FromMilliseconds(2.5))));
        Assert.That(
            Mark(BenchMarks.Late(SampleCapture.Noon, TimeSpan.FromMilliseconds(2.5), "asc1")),
            Is.EqualTo(new ClockContent(SampleCapture.Noon, TimeSpan.FromMilliseconds(2.5)) { Device = "asc1" }));
    }

    [Test]
    public void Truth_and_signal_groups_are_read_with_their_units()
    {
        var truth = (TruthContent)Mark(Encoding.UTF8.GetBytes(
            """{"vehicles":[{"name":"car1","device":"obu1","lat":42.5,"lon":-83.25,"elevation":200.5,"speed":13.9,"heading":270}]}"""));
        var bus = (TruthContent)Mark(Encoding.UTF8.GetBytes(
            """{"vehicles":[{"name":"bus","device":null,"lat":42.5,"lon":-83.25,"elevation":200.5,"speed":0,"heading":90,"length":12,"width":2.5}]}"""));
        var groups = (SignalGroupsContent)Mark(Encoding.UTF8.GetBytes(
            """{"signalGroups":[{"controller":"asc1","rsu":"rsu1","intersection":1001,"groups":[{"group":1,"phase":2},{"group":9,"ped":4}]}]}"""));

        Assert.That(truth.Vehicles, Is.EqualTo([new VehicleTruth("car1", "obu1", 42.5, -83.25, 200.5, 13.9, 270)]));
        Assert.That(bus.Vehicles, Is.EqualTo([new VehicleTruth("bus", null, 42.5, -83.25, 200.5, 0, 90) { LengthMetres = 12, WidthMetres = 2.5 }]));
        Assert.That((groups.Intersections[0].Controller, groups.Intersections[0].Rsu, groups.Intersections[0].Intersection), Is.EqualTo(("asc1", "rsu1", 1001)));
        Assert.That(groups.Intersections[0].Groups, Is.EqualTo([new SignalGroupPhase(1, 2, null), new SignalGroupPhase(9, null, 4)]));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("\u0001")]
    [TestCase("""{"end":1}""")]
    [TestCase("""{"late":{"deadline":"soon","ns":1}}""")]
    [TestCase("""{"late":{"deadline":1e300,"ns":1}}""")]
    [TestCase("""{"vehicles":[{"name":"car1"}]}""")]
    [TestCase("""{"signalGroups":[{"controller":null,"rsu":"rsu1","intersection":1,"groups":[]}]}""")]
    public void Marks_that_the_bench_never_writes_are_undecoded(string json) =>
        Assert.That(Mark(Encoding.UTF8.GetBytes(json)), Is.TypeOf<UndecodedContent>().With.Property("Expected").EqualTo("JSON of the bench"));

    private static byte[] Datagram(string tap) => tap[(tap.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
    {
        "spat" => SampleCapture.Tscbm(0),
        "ifm" or "store" => Forward.Encode(),
        "lamps" => new LampStates(1, 2, 4, 8, 0, 0, 0).Encode(),
        "detectors" => new DetectorInputs(1, 2, 4, 0).Encode(),
        _ => new GnssFix(SampleCapture.Noon.ToUtc(), 42.5, -83.25, 200, -34, 10, 90).Encode(),
    };

    private static Content Mark(byte[] json) => Content("bench.clock", LinkLayer.User0, json);

    private static Content Content(string tap, LinkLayer layer, byte[] frame) =>
        ObservationReader.Read(new TapFrame(new TapInterface(tap, layer, StampSource.Virtual, ""), SampleCapture.Noon, Direction.FromDevice, frame), 1).Content;

    private static byte[] RecordedBsm()
    {
        var row = File.ReadLines(Repository.RequireShared("vectors/j2735_public.csv")).First(line => line.Contains(",MessageFrame:BSM,", StringComparison.Ordinal));
        return Convert.FromHexString(row.Split(',')[5]);
    }
}
