using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Ethernet;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Tests.Wire.GeoNetworking;

/// <summary>Tshark dissects our frames: GeoNetworking, BTP and the ETSI messages behind them.</summary>
[Category("Peer")]
internal sealed class GeoNetworkingPeerTests
{
    [SetUp]
    public void RequireTshark() => Peers.Require("tshark", "tshark");

    [TestCase(0, "CAM", 25)]
    [TestCase(1, "DENM", 12)]
    [TestCase(2, "SPATEM", 9)]
    [TestCase(3, "MAPEM", 12)]
    public void Tshark_reads_every_number_of_the_message_as_we_do(int sample, string name, int least)
    {
        var (port, message) = EtsiSamples.Messages[sample];
        var frame = Frame(GeoNetworkingPacket.SingleHop(EtsiSamples.Source, port, message));

        Assert.That(TsharkAgreement.Compare(frame, name), Is.AtLeast(least));
    }

    [Test]
    public void Tshark_reads_every_field_of_the_headers_as_we_do()
    {
        var theirs = Tshark.Dissect(Frame(GeoNetworkingPacket.SingleHop(EtsiSamples.Source, BtpPortValues.Cam, EtsiSamples.Messages[0].Octets)))
            .GroupBy(field => field.FullName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);

        Assert.Multiple(() =>
        {
            Assert.That(theirs["geonw.bh.version"], Is.EqualTo(1));
            Assert.That(theirs["geonw.bh.nh"], Is.EqualTo(1));
            Assert.That(theirs["geonw.bh.lt.mult"], Is.EqualTo(6));
            Assert.That(theirs["geonw.bh.lt.base"], Is.EqualTo(2));
            Assert.That(theirs["geonw.bh.rhl"], Is.EqualTo(1));
            Assert.That(theirs["geonw.ch.nh"], Is.EqualTo(2));
            Assert.That(theirs["geonw.ch.htype"], Is.EqualTo(0x50));
            Assert.That(theirs["geonw.ch.tc.id"], Is.EqualTo(2));
            Assert.That(theirs["geonw.ch.flags.mob"], Is.EqualTo(1));
            Assert.That(theirs["geonw.ch.plength"], Is.EqualTo(4 + EtsiSamples.Messages[0].Octets.Length));
            Assert.That(theirs["geonw.ch.mhl"], Is.EqualTo(1));
            Assert.That(theirs["geonw.src_pos.addr.type"], Is.EqualTo(5));
            Assert.That(theirs["geonw.src_pos.tst"], Is.EqualTo(3_000_000_001));
            Assert.That(theirs["geonw.src_pos.lat"], Is.EqualTo(488_566_140));
            Assert.That(theirs["geonw.src_pos.long"], Is.EqualTo(-23_522_219));
            Assert.That(theirs["geonw.src_pos.pai"], Is.EqualTo(1));
            Assert.That(theirs["geonw.src_pos.speed"], Is.EqualTo(-250));
            Assert.That(theirs["geonw.src_pos.hdg"], Is.EqualTo(2755));
            Assert.That(theirs["btpb.dstport"], Is.EqualTo(2001));
        });
    }

    private static byte[] Frame(GeoNetworkingPacket packet) => new EthernetFrame
    {
        Destination = EthernetFrame.Broadcast,
        Source = new byte[] { 2, 0, 0, 0, 0, 7 },
        EtherType = GeoNetworkingPacket.EtherType,
        Payload = packet.Encode(),
    }.Encode();
}
