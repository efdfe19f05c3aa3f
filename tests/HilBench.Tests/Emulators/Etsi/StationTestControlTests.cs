using HilBench.Asn1;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.GeoNetworking;
using HilBench.Wire.UpperTester;

namespace HilBench.Tests.Emulators.Etsi;

/// <summary>What the station does when its Upper Tester is asked, and what it tells.</summary>
internal sealed class StationTestControlTests
{
    private static readonly DenmTrigger Breakdown = new()
    {
        DetectionTime = 720_000_000_000,
        Cause = 94,
        SubCause = 2,
        InformationQuality = 3,
        RelevanceDistance = 3,
        ValidityDuration = 10,
        RepetitionInterval = 500,
        RepetitionDuration = 2,
    };

    [Test]
    public void A_DENM_is_repeated_as_long_as_it_was_told_in_the_area_of_its_relevance()
    {
        using var bed = new StationBed();
        bed.Drive(1);
        bed.Ask(Breakdown, seconds: 5);

        var denms = bed.Denms.ToArray();
        var area = (GeoBroadcast)StationBed.Pdu(bed.Frames.First(frame => StationBed.Pdu(frame.Frame).Common!.HeaderType == HeaderTypeValues.GeoBroadcastCircle).Frame).Extended!;
        Assert.Multiple(() =>
        {
            Assert.That(bed.Messages, Is.EqualTo([new DenmResult(UpperTesterMessageType.DenmTriggerResult, Done: true, StationBed.StationId, 0)]));
            Assert.That(denms.Zip(denms.Skip(1), (one, next) => next.At - one.At), Is.EqualTo(Enumerable.Repeat(TimeSpan.FromMilliseconds(500), 3)));
            Assert.That(denms.Select(denm => denm.Denm), Is.All.EqualTo(denms[0].Denm));
            Assert.That(denms[0].Denm.Denm.Management.DetectionTime, Is.EqualTo(720_000_000_000));
            Assert.That(denms[0].Denm.Denm.Situation!.EventType.CauseCodeValue, Is.EqualTo(94));
            Assert.That((area.AreaLatitude, area.DistanceA), Is.EqualTo((480_000_000L, 500)));
        });
    }

    [Test]
    public void An_update_changes_the_DENM_a_termination_ends_it_and_what_is_not_known_is_refused()
    {
        using var bed = new StationBed();
        bed.Drive(1);
        bed.Ask(Breakdown with { RepetitionDuration = null }, seconds: 0.9);
        bed.Ask(new DenmUpdate { StationId = StationBed.StationId, SequenceNumber = 0, DetectionTime = 720_000_001_000, Situation = new DenmSituation(5, 9, 0) }, seconds: 0.9);
        bed.Ask(new DenmTermination(StationBed.StationId, 0));
        bed.Ask(new DenmTermination(StationBed.StationId, 0));
        bed.Ask(new DenmUpdate { StationId = 1, SequenceNumber = 0, DetectionTime = 0 });

        var denms = bed.Denms.Select(denm => denm.Denm.Denm).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(bed.Messages.Select(Done), Is.EqualTo([true, true, true, false, false]));
            Assert.That(denms.Select(denm => denm.Situation?.EventType.CauseCodeValue), Is.EqualTo(new int?[] { 94, 94, 9, 9, null }));
            Assert.That(denms.Select(denm => denm.Management.ReferenceTime), Is.Ordered);
            Assert.That(denms[^1].Management.Termination, Is.EqualTo(Termination.IsCancellation));
        });
    }

    [Test]
    public void A_DENM_ends_with_its_validity()
    {
        using var bed = new StationBed();
        bed.Drive(1);
        bed.Ask(Breakdown with { RepetitionDuration = null, ValidityDuration = 3 }, seconds: 8);
        bed.Ask(new DenmTermination(StationBed.StationId, 0));

        Assert.That(bed.Denms.Count(), Is.EqualTo(6));
        Assert.That(bed.Messages.Select(Done), Is.EqualTo([true, false]));
    }

    [TestCase(8, 0, null, "")]
    [TestCase(0, 8, null, "")]
    [TestCase(0, 0, 86_401, "")]
    [TestCase(0, 0, null, "FFFF")]
    public void What_no_DENM_can_say_is_refused_and_nothing_is_sent(int quality, int distance, int? validity, string alacarte)
    {
        using var bed = new StationBed();
        bed.Drive(1);
        bed.Ask(Breakdown with { InformationQuality = quality, RelevanceDistance = distance, ValidityDuration = validity, Alacarte = OctetString.FromHex(alacarte) });

        Assert.That(bed.Messages.Select(Done), Is.EqualTo([false]));
        Assert.That(bed.Denms, Is.Empty);
    }

    [Test]
    public void CAM_triggers_add_to_what_is_measured_and_show_with_the_next_CAM()
    {
        using var bed = new StationBed();
        bed.Drive(2, 20);
        bed.Ask(new CamTrigger(UpperTesterMessageType.CamSpeed, 500), speed: 20);
        bed.Ask(new CamTrigger(UpperTesterMessageType.CamHeading, -1000), speed: 20);
        bed.Ask(new CamTrigger(UpperTesterMessageType.CamYawRate, 150), speed: 20);
        bed.Ask(new CamTrigger(UpperTesterMessageType.CamAccelerationControl, 0b100_0000), speed: 20);
        bed.Ask(new CamTrigger(UpperTesterMessageType.CamVehicleRole, 6), speed: 20);
        bed.Ask(new CamTrigger(UpperTesterMessageType.CamLightBarSiren, 0b01), speed: 20);
        bed.Ask(new CamTrigger(UpperTesterMessageType.CamVehicleRole, 16), speed: 20);
        bed.Ask(new ChangePosition(1000, 2000, -300), speed: 20);

        var last = bed.Cams.Last(cam => cam.Cam.Cam.CamParameters.LowFrequencyContainer is not null).Cam.Cam.CamParameters;
        var high = ((HighFrequencyContainer.BasicVehicleContainerHighFrequency)last.HighFrequencyContainer).Value;
        Assert.Multiple(() =>
        {
            Assert.That(bed.Messages.Select(Done), Is.EqualTo([true, true, true, true, true, true, false, true]));
            Assert.That(high.Speed.SpeedValue, Is.EqualTo(2500));
            Assert.That(high.Heading.HeadingValue, Is.EqualTo(3500));
            Assert.That(high.YawRate.YawRateValue, Is.EqualTo(150));
            Assert.That(high.AccelerationControl, Is.EqualTo(BitString.FromBits("1000000")));
            Assert.That(((SpecialVehicleContainer.EmergencyContainer)last.SpecialVehicleContainer!).Value.LightBarSirenInUse, Is.EqualTo(BitString.FromBits("01")));
            Assert.That(last.BasicContainer.ReferencePosition.Latitude, Is.EqualTo(480_001_000));
            Assert.That(last.BasicContainer.ReferencePosition.Altitude.AltitudeValue, Is.EqualTo(54_300));
        });
    }

    [Test]
    public void Initialize_forgets_what_was_set_and_a_pseudonym_changes_station_id_and_address_together()
    {
        using var bed = new StationBed();
        bed.Drive(1);
        bed.Ask(new ChangePosition(1000, 0, 0));
        bed.Ask(new Initialize());
        bed.Ask(new PlainMessage(UpperTesterMessageType.ChangePseudonym), seconds: 2);

        var last = bed.Cams.Last().Cam;
        var source = ((SingleHopBroadcast)StationBed.Pdu(bed.Frames[^1].Frame).Extended!).Source.Address.MacAddress;
        Assert.Multiple(() =>
        {
            Assert.That(last.Cam.CamParameters.BasicContainer.ReferencePosition.Latitude, Is.EqualTo(480_000_000));
            Assert.That(last.Header.StationID, Is.Not.EqualTo(StationBed.StationId));
            Assert.That(source.Span.ToArray(), Is.Not.EqualTo(StationBed.Mac));
            Assert.That(bed.Frames[^1].Frame[6..12], Is.EqualTo(source.Span.ToArray()));
        });
    }

    [Test]
    public void Packets_go_out_as_the_triggers_say()
    {
        using var bed = new StationBed(sendsCams: false);
        bed.Drive(0.3);
        bed.Frames.Clear();
        var payload = OctetString.FromHex("0102030405");
        bed.Air.Send(Frame(GeoNetworkingPacket.SingleHop(Other(480_000_000), 2001, new byte[] { 1 })));
        bed.Ask(new HopTrigger(UpperTesterMessageType.GnSingleHop, 3, payload), 0.2);
        bed.Ask(new HopTrigger(UpperTesterMessageType.GnMultiHop, 0x81, payload) { Hops = 5, LifetimeMilliseconds = 1000 }, 0.2);
        bed.Ask(new AreaTrigger(UpperTesterMessageType.GnAnycast) { Shape = 2, Latitude = 7, DistanceA = 9, DistanceB = 4, Payload = payload }, 0.2);
        bed.Ask(new UnicastTrigger(OctetString.FromHex("1400020000000099"), 1000, 2, payload), 0.2);
        bed.Ask(new UnicastTrigger(OctetString.FromHex("1400020000000077"), 1000, 2, payload), 0.2);
        bed.Ask(new BtpTrigger(UpperTesterMessageType.BtpA, 2002, 2001), 0.2);

        var sent = bed.Frames.Select(frame => StationBed.Pdu(frame.Frame)).Where(pdu => pdu.Common!.HeaderType != HeaderTypeValues.Beacon).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(bed.Messages.OfType<UpperTesterResult>().Select(result => result.Done), Is.EqualTo([true, true, true, true, false, true]));
            Assert.That(sent.Select(pdu => pdu.Common!.HeaderType), Is.EqualTo([0x50, 0x51, 0x32, 0x20, 0x50]));
            Assert.That(sent.Take(4).Select(pdu => Convert.ToHexString(pdu.Payload.Span)), Is.All.EqualTo("0102030405"));
            Assert.That((sent[1].Common!.MaximumHopLimit, sent[1].Common!.TrafficClass.StoreCarryForward, sent[1].Basic.Lifetime.Multiplier), Is.EqualTo((5, true, 20)));
            Assert.That(Convert.ToHexString(sent[4].Payload.Span), Is.EqualTo("07D207D1"));
            Assert.That(sent[4].Common!.NextHeader, Is.EqualTo(NextAfterCommonValues.BtpA));
        });
    }

    [Test]
    public void What_is_received_is_told_once_and_only_when_it_is_for_this_station()
    {
        using var bed = new StationBed(sendsCams: false);
        bed.Drive(0.3);
        bed.Ask(new Initialize(), 0.1);
        bed.Answers.Clear();
        var inside = Area(480_000_000, sequence: 1);
        bed.Air.Send(Frame(GeoNetworkingPacket.SingleHop(Other(480_000_000), 2001, new byte[] { 0xCA })));
        bed.Air.Send(Frame(inside));
        bed.Air.Send(Frame(inside));
        bed.Air.Send(Frame(Area(481_000_000, sequence: 2)));
        bed.Drive(0.2);

        Assert.That(
            bed.Messages.Cast<ReceptionEvent>().Select(reception => (reception.Type, reception.Packet.ToString())),
            Is.EqualTo(new[]
            {
                (UpperTesterMessageType.GnEvent, "07D10000CA"), (UpperTesterMessageType.BtpEvent, "CA"), (UpperTesterMessageType.CamEvent, "CA"),
                (UpperTesterMessageType.GnEvent, "07D20000DE"), (UpperTesterMessageType.BtpEvent, "DE"), (UpperTesterMessageType.DenmEvent, "DE"),
            }));
    }

    [Test]
    public void Old_codes_are_a_matter_of_the_profile()
    {
        using var bed = new StationBed(profile: "etsi-2015", sendsCams: false);
        bed.Drive(0.3);
        bed.Ask(new BtpTrigger(UpperTesterMessageType.BtpB, 2001, 0), 0.1);
        bed.Air.Send(Frame(GeoNetworkingPacket.SingleHop(Other(480_000_000), 2004, new byte[] { 0xCA })));
        bed.Drive(0.1);

        Assert.That(bed.Answers.Select(Convert.ToHexString), Is.EqualTo(["6101", "55000507D40000CA", "630001CA"]));
    }

    private static GeoNetworkingPacket Area(int latitude, int sequence) => new()
    {
        HeaderType = HeaderTypeValues.GeoBroadcastRectangle,
        Extended = new GeoBroadcast
        {
            SequenceNumber = sequence,
            Reserved = 0,
            Source = Other(latitude),
            AreaLatitude = latitude,
            AreaLongitude = 110_000_000,
            DistanceA = 50,
            DistanceB = 20,
            Angle = 0,
            Reserved2 = 0,
        },
        Transport = new BtpB { DestinationPort = 2002, DestinationPortInfo = 0 },
        Payload = new byte[] { 0xDE },
    };

    private static LongPositionVector Other(int latitude) => GeoNetworkingPacket.Position([2, 0, 0, 0, 0, 0x99], 5, latitude, 110_000_000, 1, 0, 0);

    private static byte[] Frame(GeoNetworkingPacket packet) => new EthernetFrame
    {
        Destination = EthernetFrame.Broadcast,
        Source = new byte[] { 2, 0, 0, 0, 0, 0x99 },
        EtherType = GeoNetworkingPacket.EtherType,
        Payload = packet.Encode(),
    }.Encode();

    private static bool Done(UpperTesterMessage message) => message is UpperTesterResult { Done: true } or DenmResult { Done: true };
}
