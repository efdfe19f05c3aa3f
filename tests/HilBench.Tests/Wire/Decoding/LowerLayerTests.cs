using HilBench.Tests.Wire.GeoNetworking;
using HilBench.Tests.Wire.Vectors;
using HilBench.Wire.Csae;
using HilBench.Wire.Decoding;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Ethernet;
using HilBench.Wire.GeoNetworking;
using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Wire.Decoding;

/// <summary>What carries a message is found, named and told, whatever it carries.</summary>
internal sealed class LowerLayerTests
{
    private static GeoNetworkingPdu Cam => GeoNetworkingPacket.SingleHop(EtsiSamples.Source, BtpPortValues.Cam, EtsiSamples.Messages[0].Octets).ToPdu();

    private static byte[] SpatFrame => MessageVector.ReadAll("generated_csae53-2020.csv").First(vector => vector.Kind == "spatFrame").Octets;

    [Test]
    public void GeoNetworking_is_found_behind_bare_LLC_SNAP()
    {
        var found = MessageFinder.Find(new LlcSnapPacket { EtherType = GeoNetworkingPacket.EtherType, Payload = Cam.Encode() }.Encode());

        Assert.That(found.Layers.Select(layer => (layer.Protocol, layer.OctetOffset)).Take(2), Is.EqualTo(((string, int?)[])[("LLC/SNAP", 0), ("GeoNetworking basic header", 8)]));
        Assert.That((found.Name, found.IsClean), Is.EqualTo(("CAM", true)));
    }

    [Test]
    public void Names_of_types_ports_and_next_headers_stand_beside_their_numbers()
    {
        var text = TreeText.Format(MessageFinder.Find(Cam.Encode()));

        Assert.That(text, Does.Contain("80 = single-hop broadcast").And.Contain("2001 = CAM").And.Contain("2 = BTP-B").And.Contain("1 = common header"));
    }

    [Test]
    public void Reserved_bits_behind_the_EtherType_are_deviations_in_their_layer()
    {
        var pdu = Cam;
        var found = MessageFinder.Find(Frame(0x8947, (pdu with { Basic = pdu.Basic with { Reserved = 1 }, Common = pdu.Common! with { Reserved2 = 2 } }).Encode()));

        Assert.That(found.Name, Is.EqualTo("CAM"));
        Assert.That(found.Layers[1].Violations.Single().Path, Is.EqualTo("reserved"));
        Assert.That(found.Layers[2].Violations.Single().Path, Is.EqualTo("reserved2"));
    }

    [Test]
    public void A_hop_limit_outside_the_secured_data_is_compared_with_the_maximum_inside()
    {
        var inner = Cam.Encode()[GeoNetworkingPdu.BasicHeaderLength..];
        var secured = new GeoNetworkingPdu
        {
            Basic = Cam.Basic with { NextHeader = NextAfterBasicValues.SecuredPacket, RemainingHopLimit = 3 },
            Payload = Dot2Data.WrapUnsecured(inner),
        };
        var found = MessageFinder.Find(secured.Encode());

        Assert.That(found.Layers.Select(layer => layer.Protocol).Take(3), Is.EqualTo((string[])["GeoNetworking basic header", "IEEE 1609.2", "GeoNetworking common header"]));
        Assert.That(found.Layers[2].Violations.Single().Found, Is.EqualTo("1, remaining 3"));
        Assert.That(found.Name, Is.EqualTo("CAM"));
    }

    [TestCase("generated_csae53-2020.csv", MessageFamily.Csae)]
    [TestCase("generated_csae157-2020.csv", MessageFamily.Csae)]
    [TestCase("j2735_public.csv", null)]
    public void No_bare_message_is_taken_for_a_lower_layer(string file, MessageFamily? family)
    {
        foreach (var vector in MessageVector.ReadAll(file))
        {
            var first = MessageFinder.Find(vector.Octets, family).Layers.Select(layer => layer.Protocol).FirstOrDefault();
            Assert.That(first, Is.Null.Or.StartWith("T/CSAE").Or.StartWith("SAE J2735"), vector.Id);
        }
    }

    [TestCase("01001A01", "version 0, expected 1")]
    [TestCase("10001A01" + "00", "next header 0 before 1 octets")]
    [TestCase("12001A01" + "00", "next header 2 before 1 octets")]
    [TestCase("11001A01" + "2050", "a common header has 8 octets, 2 follow")]
    [TestCase("11001A01" + "2050028000050100", "the header of type 80 has 28 octets and the payload 5; 0 follow")]
    [TestCase("11001A01" + "2070028000050100" + "00", "header type 0x70, which EN 302 636-4-1 9.7.4 does not have")]
    public void What_cannot_be_read_behind_the_EtherType_is_told(string hex, string expected)
    {
        var found = MessageFinder.Find(Frame(0x8947, Convert.FromHexString(hex)));

        Assert.That(found.Layers.Select(layer => layer.Protocol).Take(2), Is.EqualTo((string[])["Ethernet II", "GeoNetworking basic header"]));
        Assert.That(found.Fault?.Message, Does.Contain(expected));
    }

    [TestCase(2014, "CTLM")]
    [TestCase(4711, null)]
    public void The_payload_of_a_port_without_ITS_PDU_is_kept_with_the_name_of_the_port(int port, string? name)
    {
        var found = MessageFinder.Find(GeoNetworkingPacket.SingleHop(EtsiSamples.Source, port, new byte[] { 1, 2, 3, 4, 5, 6, 7 }).Encode());

        Assert.That((found.Name, found.Fault), Is.EqualTo((name, null as MessageFault)));
        Assert.That((found.Layers[^1].Protocol, found.Layers[^1].OctetOffset, found.Layers[^1].OctetLength), Is.EqualTo(("BTP payload", 44, 7)));
        Assert.That(found.Assumptions, Has.Some.Contains($"port {port}"));
    }

    [Test]
    public void A_message_without_modules_shows_its_ITS_PDU_header()
    {
        var found = MessageFinder.Find(GeoNetworkingPacket.SingleHop(EtsiSamples.Source, BtpPortValues.Saem, new byte[] { 2, 12, 0, 0, 1, 0, 9 }).Encode());

        Assert.That(found.Name, Is.EqualTo("SAEM"));
        Assert.That(found.Layers[^1].Tree!.Children.Select(field => $"{field.Name} {field.Value}"), Is.EqualTo((string[])["protocolVersion 2", "messageID 12 (SAEM)", "stationID 256"]));
        Assert.That(found.Fault!.Message, Does.Contain("messageID 12 (protocolVersion 2) has no modules here"));
    }

    [Test]
    public void DSMP_is_found_bare_when_the_family_is_named_and_behind_its_old_EtherType()
    {
        var packet = DsmpPacket.Of(3619, SpatFrame);
        var bare = MessageFinder.Find(packet.Message.Encode(), MessageFamily.Csae);
        var framed = MessageFinder.Find(Frame(DsmpPacket.EtherType, packet.Encode()));

        Assert.That(bare.Layers.Select(layer => layer.Protocol), Is.EqualTo((string[])["DSMP", "T/CSAE 53-2020"]));
        Assert.That(bare.Name, Is.EqualTo("SPAT"));
        Assert.That(framed.Layers.Select(layer => layer.Protocol), Is.EqualTo((string[])["Ethernet II", "PC5 adaptation", "DSMP", "T/CSAE 53-2020"]));
        Assert.That(TreeText.Format(framed), Does.Contain("3619 = SPAT"));
    }

    [Test]
    public void What_a_network_layer_test_carries_is_kept()
    {
        var found = MessageFinder.Find(DsmpPacket.Of(127, [1, 2, 3]).Encode());

        Assert.That(found.Layers.Select(layer => layer.Protocol), Is.EqualTo((string[])["PC5 adaptation", "DSMP", "DSMP payload"]));
        Assert.That((found.Name, found.IsClean), Is.EqualTo(("network-layer test", true)));
    }

    [Test]
    public void A_WSMP_that_is_not_addressed_by_PSID_is_told_behind_its_EtherType()
    {
        var found = MessageFinder.Find(Frame(0x88DC, Convert.FromHexString("0302" + "0001000200")));

        Assert.That(found.Layers[^1].Tree!.Children[^1].Name, Is.EqualTo("tpid"));
        Assert.That(found.Fault!.Message, Does.Contain("transport protocol id 2").And.Contain("5 octets"));
    }

    [TestCase("generated_csae53-2017.csv", MessageFamily.Csae2017)]
    [TestCase("generated_csae53-2019draft.csv", MessageFamily.Csae2019)]
    [TestCase("generated_csae53-2020.csv", MessageFamily.Csae)]
    public void An_edition_of_TCSAE_is_read_as_named_and_another_is_not(string file, MessageFamily family)
    {
        var vectors = MessageVector.ReadAll(file);

        Assert.That(vectors.Count(vector => MessageFinder.Find(vector.Octets, family).IsClean), Is.EqualTo(vectors.Count));
        foreach (var other in new[] { MessageFamily.Csae2017, MessageFamily.Csae2019, MessageFamily.Csae }.Where(other => other != family))
        {
            Assert.That(vectors.Count(vector => !MessageFinder.Find(vector.Octets, other).IsClean), Is.GreaterThan(vectors.Count / 10), other.ToString());
        }
    }

    [Test]
    public void Frames_cut_or_damaged_anywhere_throw_nothing()
    {
        var random = new Random(11);
        byte[][] frames = [Frame(0x8947, Cam.Encode()), Frame(DsmpPacket.EtherType, DsmpPacket.Of(3619, SpatFrame).Encode()), DsmpPacket.Of(127, [1, 2]).Encode()];
        for (var i = 0; i < 5000; i++)
        {
            var octets = frames[i % frames.Length].ToArray();
            octets = octets[..random.Next(octets.Length + 1)];
            for (var flips = random.Next(3); flips > 0 && octets.Length > 0; flips--)
            {
                octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
            }

            Assert.That(() => TreeText.Format(MessageFinder.Find(octets)) + MessageJson.FormatLine(MessageFinder.Find(octets, MessageFamily.Csae)), Throws.Nothing, Convert.ToHexString(octets));
        }
    }

    private static byte[] Frame(ushort etherType, byte[] payload) => new EthernetFrame
    {
        Destination = EthernetFrame.Broadcast,
        Source = new byte[] { 2, 0, 0, 0, 0, 7 },
        EtherType = etherType,
        Payload = payload,
    }.Encode();
}
