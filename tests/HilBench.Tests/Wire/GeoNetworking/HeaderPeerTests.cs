using System.Globalization;
using HilBench.Asn1;
using HilBench.Wire.Decoding;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Ethernet;
using HilBench.Wire.GeoNetworking;
using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Wire.GeoNetworking;

/// <summary>Tshark dissects every kind of header that we write, and its numbers are the numbers of our field tree.</summary>
[Category("Peer")]
internal sealed class HeaderPeerTests
{
    private const uint AreaLatitude = 488_566_140;
    private static readonly uint AreaLongitude = unchecked((uint)-23_522_219);

    // Tshark's name, and ours within the layers of the packet.
    private static readonly (string Theirs, string Ours)[] Names =
    [
        ("geonw.bh.version", "version"),
        ("geonw.bh.nh", "basic.nextHeader"),
        ("geonw.bh.lt.mult", "lifetime.multiplier"),
        ("geonw.bh.rhl", "remainingHopLimit"),
        ("geonw.ch.nh", "common.nextHeader"),
        ("geonw.ch.htype", "headerType"),
        ("geonw.ch.tc.id", "trafficClass.identifier"),
        ("geonw.ch.plength", "payloadLength"),
        ("geonw.ch.mhl", "maximumHopLimit"),
        ("geonw.seq_num", "sequenceNumber"),
        ("geonw.src_pos.addr.type", "source.address.stationType"),
        ("geonw.src_pos.tst", "source.timestamp"),
        ("geonw.src_pos.lat", "source.latitude"),
        ("geonw.src_pos.long", "source.longitude"),
        ("geonw.src_pos.hdg", "source.heading"),
        ("geonw.dst_pos.addr.type", "destination.address.stationType"),
        ("geonw.dst_pos.tst", "destination.timestamp"),
        ("geonw.dst_pos.lat", "destination.latitude"),
        ("geonw.dst_pos.long", "destination.longitude"),
        ("geonw.gxc.latitude", "areaLatitude"),
        ("geonw.gxc.longitude", "areaLongitude"),
        ("geonw.gxc.radius", "distanceA"),
        ("geonw.gxc.distancea", "distanceA"),
        ("geonw.gxc.distanceb", "distanceB"),
        ("geonw.gxc.angle", "angle"),
        ("geonw.ls_req.addr.type", "requested.stationType"),
        ("btpa.dstport", "destinationPort"),
        ("btpa.srcport", "sourcePort"),
        ("btpb.dstport", "destinationPort"),
        ("btpb.dstportinf", "destinationPortInfo"),
    ];

    [SetUp]
    public void RequireTshark() => Peers.Require("tshark", "tshark");

    private static IEnumerable<TestCaseData> Packets()
    {
        var area = new GeoBroadcast
        {
            SequenceNumber = 40_007,
            Reserved = 0,
            Source = EtsiSamples.Source,
            AreaLatitude = AreaLatitude,
            AreaLongitude = AreaLongitude,
            DistanceA = 300,
            DistanceB = 100,
            Angle = 45,
            Reserved2 = 0,
        };
        var unicast = new GeoUnicast
        {
            SequenceNumber = 9,
            Reserved = 0,
            Source = EtsiSamples.Source,
            Destination = new ShortPositionVector { Address = EtsiSamples.Source.Address, Timestamp = 5, Latitude = AreaLatitude, Longitude = AreaLongitude },
        };
        var request = new LocationServiceRequest { SequenceNumber = 10, Reserved = 0, Source = EtsiSamples.Source, Requested = EtsiSamples.Source.Address };
        var single = new SingleHopBroadcast { Source = EtsiSamples.Source, MediaDependent = OctetString.FromHex("00000000") };
        (int Type, IUperType Header, bool HasPayload, int Least)[] packets =
        [
            (HeaderTypeValues.SingleHopBroadcast, single, true, 16),
            (HeaderTypeValues.MultiHopBroadcast, new MultiHopBroadcast { SequenceNumber = 8, Reserved = 0, Source = EtsiSamples.Source }, true, 17),
            (HeaderTypeValues.GeoBroadcastCircle, area, true, 20),
            (HeaderTypeValues.GeoBroadcastRectangle, area, true, 22),
            (HeaderTypeValues.GeoBroadcastEllipse, area, true, 22),
            (HeaderTypeValues.GeoAnycastRectangle, area, true, 22),
            (HeaderTypeValues.GeoUnicast, unicast, true, 21),
            (HeaderTypeValues.Beacon, new Beacon { Source = EtsiSamples.Source }, false, 14),
            (HeaderTypeValues.LocationServiceRequest, request, false, 15),
            (HeaderTypeValues.LocationServiceReply, unicast, false, 18),
        ];
        foreach (var (type, header, hasPayload, least) in packets)
        {
            var packet = new GeoNetworkingPacket
            {
                HeaderType = type,
                Extended = header,
                Transport = hasPayload ? new BtpB { DestinationPort = 2002, DestinationPortInfo = 513 } : null,
                Payload = EtsiSamples.Messages[1].Octets,
                HopLimit = type is HeaderTypeValues.SingleHopBroadcast or HeaderTypeValues.Beacon ? 1 : 10,
                LifeTime = LifeTimes.From(TimeSpan.FromSeconds(30)),
            };
            yield return new TestCaseData(packet.ToPdu(), least).SetArgDisplayNames($"0x{type:X2} {ExtendedHeader.NameOf(type)}");
        }

        var btpA = new GeoNetworkingPacket { HeaderType = HeaderTypeValues.GeoUnicast, Extended = unicast, HopLimit = 2 }.ToPdu();
        byte[] payload = [.. new BtpA { DestinationPort = 2002, SourcePort = 4711 }.Encode(), .. EtsiSamples.Messages[1].Octets];
        var common = btpA.Common! with { NextHeader = NextAfterCommonValues.BtpA, PayloadLength = payload.Length };
        yield return new TestCaseData(btpA with { Common = common, Payload = payload }, 21).SetArgDisplayNames("BTP-A");
    }

    [TestCaseSource(nameof(Packets))]
    public void Tshark_reads_every_field_of_the_headers_as_we_do(GeoNetworkingPdu pdu, int least)
    {
        ArgumentNullException.ThrowIfNull(pdu);
        var frame = Frame(GeoNetworkingPacket.EtherType, pdu.Encode(), isLlcSnap: false);
        var theirs = Tshark.Dissect(frame).GroupBy(field => field.FullName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        var found = MessageFinder.Find(frame);
        var ours = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var layer in found.Layers.Where(layer => layer.Protocol.StartsWith("GeoNetworking", StringComparison.Ordinal) || layer.Protocol.StartsWith("BTP", StringComparison.Ordinal)))
        {
            Collect(layer.Tree!, string.Empty, ours);
            if (ours.Remove("nextHeader", out var next))
            {
                ours[$"{layer.Protocol.Split(' ')[1]}.nextHeader"] = next;
            }
        }

        var compared = Names.Where(name => theirs.ContainsKey(name.Theirs)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(found.IsClean, found.Fault?.ToString());
            foreach (var (their, our) in compared)
            {
                Assert.That(ours.TryGetValue(our, out var value) ? value : -1, Is.EqualTo(Unsigned(their, theirs[their])), $"{their} {our}");
            }
        });
        TestContext.Out.WriteLine($"{compared.Length} fields compared and equal");
        Assert.That(compared, Has.Length.AtLeast(least));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Tshark_reads_a_WSMP_with_its_extensions_behind_an_EtherType_and_behind_LLC_SNAP(bool isLlcSnap)
    {
        var wsmp = new WsmpMessage { Psid = Psid.VehicleSafety, ChannelNumber = 183, TxPower = 20, DataRate = 12, Payload = Dot2Data.WrapUnsecured([0, 20, 0]) };
        var frame = Frame(WsmpMessage.EtherType, wsmp.Encode(), isLlcSnap);
        var theirs = Tshark.Show(frame).ToLookup(field => field.FullName, field => field.Text, StringComparer.Ordinal);

        // Tshark 4.0 calls the TPID wave_ie and the length of the message wave_ie_len: they are the last of these lists.
        Assert.Multiple(() =>
        {
            Assert.That(theirs[isLlcSnap ? "llc.type" : "eth.type"], Is.EqualTo((string[])["0x88dc"]));
            Assert.That(theirs["llc.dsap"], Is.EqualTo(isLlcSnap ? (string[])["0xaa"] : []));
            Assert.That(theirs["wsmp.version_v3"], Is.EqualTo((string[])["3"]));
            Assert.That(theirs["wsmp.psid"], Is.EqualTo((string[])["0x00000020"]));
            Assert.That(theirs["wsmp.wave_ie"], Is.EqualTo((string[])["4", "15", "16", "0"]));
            Assert.That(theirs["wsmp.wave_ie_data"], Is.EqualTo((string[])["14", "b7", "0c"]), "20 dBm, channel 183, 6 Mbit/s");
            Assert.That(theirs["wsmp.wave_ie_len"], Is.EqualTo((string[])["1", "1", "1", "6"]));
        });
        Assert.That(MessageFinder.Find(frame).Layers.Select(layer => layer.Protocol).TakeWhile(protocol => protocol != "IEEE 1609.2"), Is.EqualTo(
            isLlcSnap ? (string[])["IEEE 802.3", "LLC/SNAP", "IEEE 1609.3 WSMP"] : ["Ethernet II", "IEEE 1609.3 WSMP"]));
    }

    // Our modules hold two's complement numbers as unsigned ones.
    private static long Unsigned(string name, long value) => name.EndsWith("itude", StringComparison.Ordinal) || name.EndsWith(".lat", StringComparison.Ordinal) || name.EndsWith(".long", StringComparison.Ordinal)
        ? unchecked((uint)(int)value)
        : value;

    private static void Collect(DecodeNode node, string path, Dictionary<string, long> fields)
    {
        if (long.TryParse(node.Value, CultureInfo.InvariantCulture, out var value))
        {
            fields[path] = value;
        }

        foreach (var child in node.Children)
        {
            Collect(child, NodePath.Of(path, child), fields);
        }
    }

    private static byte[] Frame(ushort etherType, byte[] payload, bool isLlcSnap) => new EthernetFrame
    {
        Destination = EthernetFrame.Broadcast,
        Source = new byte[] { 2, 0, 0, 0, 0, 7 },
        EtherType = etherType,
        Payload = payload,
        IsLlcSnap = isLlcSnap,
    }.Encode();
}
