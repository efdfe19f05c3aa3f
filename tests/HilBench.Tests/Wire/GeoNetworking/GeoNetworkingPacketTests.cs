using HilBench.Asn1;
using HilBench.Wire.Decoding;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Tests.Wire.GeoNetworking;

internal sealed class GeoNetworkingPacketTests
{
    private static readonly string[] SingleHopProtocols =
        ["GeoNetworking basic header", "GeoNetworking common header", "GeoNetworking single-hop broadcast", "BTP-B", "ETSI ITS release 1"];

    [Test]
    public void A_single_hop_broadcast_has_the_octets_that_the_clauses_say()
    {
        var octets = GeoNetworkingPacket.SingleHop(EtsiSamples.Source, BtpPortValues.Cam, new byte[] { 0xAA }).Encode();

        Assert.That(Convert.ToHexString(octets), Is.EqualTo(
            "11001A01" // 9.6: version 1, common header next, reserved, 6 times 10 s, one hop
            + "2050028000050100" // 9.7: BTP-B next, SHB, class 2, mobile, 5 octets, one hop
            + "14000200000000" + "07" // 6.3: station type 5, address
            + "B2D05E01" + "1D1EED7C" + "FE991455" // 9.5.2: time, latitude, longitude
            + "FF06" + "0AC3" // accurate and -2.5 m/s in two's complement of 15 bits, 275.5 degrees
            + "00000000" + "07D10000" + "AA"));
    }

    [TestCase(0, "CAM")]
    [TestCase(1, "DENM")]
    [TestCase(2, "SPATEM")]
    [TestCase(3, "MAPEM")]
    public void A_message_is_found_behind_GeoNetworking_and_BTP_with_quantities(int sample, string name)
    {
        var (port, message) = EtsiSamples.Messages[sample];
        var found = MessageFinder.Find(GeoNetworkingPacket.SingleHop(EtsiSamples.Source, port, message).Encode());

        Assert.That(found.Name, Is.EqualTo(name));
        Assert.That(found.IsClean, found.Fault?.ToString());
        Assert.That(found.Layers.Select(layer => layer.Protocol), Is.EqualTo(SingleHopProtocols));
        Assert.That(found.Layers.Select(layer => layer.OctetOffset), Is.EqualTo((int?[])[0, 4, 12, 40, 44]));
        var text = TreeText.Format(found);
        Assert.That(text, Does.Contain("= 48.856614 °").And.Contain("= -2.3522219 °").And.Contain("= -2.5 m/s").And.Contain("= 275.5 °"));
    }

    [Test]
    public void A_bare_ITS_PDU_is_found_and_says_its_release()
    {
        var found = MessageFinder.Find(EtsiSamples.Messages[0].Octets);

        Assert.That(found.Name, Is.EqualTo("CAM"));
        Assert.That(found.Assumptions, Has.Some.Contains("ITS PDU header").And.Some.Contains("release 1"));
    }

    [Test]
    public void A_port_of_another_message_and_a_hop_limit_above_the_maximum_are_deviations()
    {
        var packet = GeoNetworkingPacket.SingleHop(EtsiSamples.Source, BtpPortValues.Denm, EtsiSamples.Messages[0].Octets).Encode();
        packet[3] = 9;
        var found = MessageFinder.Find(packet);

        Assert.That(found.Name, Is.EqualTo("CAM"));
        Assert.That(found.Layers[1].Violations.Single().Found, Is.EqualTo("1, remaining 9"));
        Assert.That(found.Layers[3].Violations.Single().Rule, Is.EqualTo("TS 103 248: 2001 for CAM"));
    }

    private static IEnumerable<TestCaseData> Headers()
    {
        var geo = new GeoBroadcast
        {
            SequenceNumber = 7,
            Reserved = 0,
            Source = EtsiSamples.Source,
            AreaLatitude = 488_566_140,
            AreaLongitude = unchecked((uint)-23_522_219),
            DistanceA = 300,
            DistanceB = 100,
            Angle = 45,
            Reserved2 = 0,
        };
        var multiHop = new MultiHopBroadcast { SequenceNumber = 8, Reserved = 0, Source = EtsiSamples.Source };
        var unicast = new GeoUnicast
        {
            SequenceNumber = 9,
            Reserved = 0,
            Source = EtsiSamples.Source,
            Destination = new ShortPositionVector
            {
                Address = EtsiSamples.Source.Address,
                Timestamp = 5,
                Latitude = 1,
                Longitude = 2,
            },
        };
        yield return new TestCaseData(HeaderTypeValues.GeoBroadcastCircle, geo, 44).SetArgDisplayNames("geo-broadcast");
        yield return new TestCaseData(HeaderTypeValues.GeoAnycastRectangle, geo, 44).SetArgDisplayNames("geo-anycast");
        yield return new TestCaseData(HeaderTypeValues.MultiHopBroadcast, multiHop, 28).SetArgDisplayNames("topologically scoped broadcast");
        yield return new TestCaseData(HeaderTypeValues.GeoUnicast, unicast, 48).SetArgDisplayNames("geo-unicast");
    }

    [TestCaseSource(nameof(Headers))]
    public void Every_extended_header_has_its_length_and_is_read_back(int headerType, IUperType extended, int length)
    {
        ArgumentNullException.ThrowIfNull(extended);
        var packet = new GeoNetworkingPacket
        {
            HeaderType = headerType,
            Extended = extended,
            Transport = new BtpB { DestinationPort = BtpPortValues.Denm, DestinationPortInfo = 0 },
            Payload = EtsiSamples.Messages[1].Octets,
            HopLimit = 10,
        };
        var found = MessageFinder.Find(packet.Encode());

        Assert.That(extended.Encode(), Has.Length.EqualTo(length));
        Assert.That(found.Name, Is.EqualTo("DENM"));
        Assert.That(found.IsClean);
    }

    [Test]
    public void A_packet_cut_anywhere_is_told_and_throws_nothing()
    {
        var packet = GeoNetworkingPacket.SingleHop(EtsiSamples.Source, BtpPortValues.Cam, EtsiSamples.Messages[0].Octets).Encode();

        for (var length = 0; length < packet.Length; length++)
        {
            Assert.That(MessageFinder.Find(packet.AsMemory(0, length), MessageFamily.Etsi).IsClean, Is.False, $"{length} octets");
        }
    }
}
