using System.Text;
using HilBench.Tests.Wire.Vectors;
using HilBench.Wire.Decoding;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Wire.Decoding;

internal sealed class MessageFinderTests
{
    private static readonly string[] ThreeProtocols = ["IEEE 1609.3 WSMP", "IEEE 1609.2", "SAE J2735"];

    [Test]
    public void A_bare_frame_is_found_by_its_message_number()
    {
        var found = MessageFinder.Find(Samples.Spat());

        Assert.That(found.Name, Is.EqualTo("SPAT"));
        Assert.That(found.Frame!.Value, Is.TypeOf<SPAT>());
        Assert.That(found.IsClean);
        Assert.That(found.Assumptions, Has.Some.Contains("00 13").And.Some.Contains("2024 edition"));
    }

    [Test]
    public void A_frame_whose_extension_bit_is_set_is_found_too()
    {
        var vector = MessageVector.ReadAll("j2735_public.csv").First(vector => vector.IsFramed && vector.Octets[0] == 0x80);

        Assert.That(MessageFinder.Find(vector.Octets).Name, Is.EqualTo("BasicSafetyMessage"));
    }

    [Test]
    public void Layers_are_peeled_from_Ethernet_to_the_message_with_their_places()
    {
        var wsmp = Wsmp(Samples.Spat());
        var frame = new EthernetFrame
        {
            Destination = EthernetFrame.Broadcast,
            Source = new byte[] { 2, 0, 0, 0, 0, 1 },
            EtherType = WsmpMessage.EtherType,
            Payload = wsmp,
        };

        var found = MessageFinder.Find(frame.Encode());

        Assert.That(found.Layers.Select(layer => layer.Protocol), Is.EqualTo((string[])["Ethernet II", .. ThreeProtocols]));
        Assert.That(found.Layers.Select(layer => layer.OctetOffset), Is.EqualTo((int?[])[0, 14, 14 + 12, 14 + 15]));
        Assert.That(found.Frame, Is.EqualTo(Samples.Spat(900)));
    }

    [Test]
    public void A_WSMP_is_found_and_its_header_told()
    {
        var found = MessageFinder.Find(Wsmp(Samples.Spat()));

        Assert.That(found.Layers.Select(layer => layer.Protocol), Is.EqualTo(ThreeProtocols));
        var fields = found.Layers[0].Tree!.Children;
        Assert.That(fields.Select(field => field.Name), Is.EqualTo((string[])["subtype", "optionIndicator", "version", "nExtensions", "tpid", "psid", "length"]));
        Assert.That(fields[3].Children.Select(element => element.Value), Is.EqualTo((string[])["channel 183", "data rate 6 Mbit/s"]));
        Assert.That(fields[5].Value, Is.EqualTo("0x8002 (intersection safety: SPaT, MAP)"));
        Assert.That(fields[5].BitOffset, Is.EqualTo(72));
    }

    [Test]
    public void Every_captured_PC5_message_is_peeled_to_the_BSM_that_asn1c_printed()
    {
        var captures = MessageVector.ReadAll("ieee1609_public.csv").Where(vector => vector.Message == "WSMP+1609.2+BSM").ToArray();

        Assert.That(captures, Has.Length.EqualTo(20));
        foreach (var capture in captures)
        {
            var found = MessageFinder.Find(capture.Octets);
            Assert.That(found.Layers.Select(layer => layer.Protocol), Is.EqualTo((string[])["3GPP PC5", .. ThreeProtocols]), capture.Id);
            Assert.That(found.IsClean, capture.Id);
            var xer = capture.Expected[capture.Expected.IndexOf("<MessageFrame>", StringComparison.Ordinal)..];
            Assert.That(XerComparison.Differences(xer, found.Layers[^1].Tree!), Is.Empty, capture.Id);
        }
    }

    [Test]
    public void Truncated_signed_1609_2_data_is_told_at_the_place()
    {
        var found = MessageFinder.Find((byte[])[0x03, 0x81, 0x00, 0x40]);

        Assert.That(found.Layers.Single().Protocol, Is.EqualTo("IEEE 1609.2"));
        Assert.That(found.Fault!.Path, Does.StartWith("content.signedData"));
    }

    [Test]
    public void Immediate_forward_text_is_found_with_its_payload_and_what_deviates()
    {
        var text = new ImmediateForwardMessage { Type = "SPAT", Psid = Psid.IntersectionSafety, Payload = Samples.Spat() }.Encode();
        var found = MessageFinder.Find(text);

        Assert.That(found.Name, Is.EqualTo("SPAT"));
        Assert.That(found.Layers.Select(layer => layer.OctetOffset), Is.EqualTo((int?[])[0, null]));
        Assert.That(found.IsClean);

        var deviating = MessageFinder.Find(Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(text).Replace("Type=SPAT\n", "Type=SPAT\r\n", StringComparison.Ordinal)));
        Assert.That(deviating.Layers[0].Violations.Single().Path, Is.EqualTo("Type"));
        Assert.That(deviating.Frame, Is.EqualTo(found.Frame));
    }

    [Test]
    public void The_recorded_controller_datagram_is_found()
    {
        var found = MessageFinder.Find(File.ReadAllBytes(Repository.RequireShared("facts/tscbm-v2xhub.bin")));

        Assert.That(found.Name, Is.EqualTo("TSCBM"));
        Assert.That(found.Layers.Single().Tree!.Children.Single(field => field.Name == "phaseGreens").Value, Is.EqualTo("{2 6}"));
    }

    [Test]
    public void A_message_outside_the_modules_is_named_and_kept()
    {
        var found = MessageFinder.Find((byte[])[0x00, 0x64, 0x02, 0xAB, 0xCD], MessageFamily.J2735);

        Assert.That(found.Name, Is.Null);
        Assert.That(found.Assumptions, Has.Some.Contains("100 (no message of the standard) has no entry"));
        Assert.That(found.Fault, Is.Null);
    }

    [Test]
    public void A_truncated_message_is_told_up_to_the_field_where_it_ends()
    {
        var found = MessageFinder.Find(Samples.Spat().AsMemory()[..^2]);

        Assert.That(found.Fault!.Path, Is.EqualTo("value.intersections[0].states[0].state-time-speed[0].timing.minEndTime"));
        Assert.That(found.Layers.Single().Tree, Is.Not.Null);
        Assert.That(TreeText.Format(found), Does.Contain("signalGroup").And.Contain("✗ SAE J2735, value.intersections[0]"));
    }

    [TestCase("", "nothing")]
    [TestCase("DEADBEEF", "DE AD BE EF")]
    [TestCase("0001", "00 01")]
    public void Octets_that_are_nothing_known_are_said_to_be_so_with_what_is_expected(string hex, string start)
    {
        var found = MessageFinder.Find(Convert.FromHexString(hex));

        Assert.That(found.Layers, Is.Empty);
        Assert.That(found.Fault!.ToString(), Does.StartWith($"The octets begin with {start}, which").And.Contain("MessageFrame").And.Contain("Name the family"));
    }

    [Test]
    public void A_named_family_is_believed()
    {
        Assert.That(MessageFinder.Find(Samples.Spat(), MessageFamily.J2735).Name, Is.EqualTo("SPAT"));
        Assert.That(MessageFinder.Find((byte[])[0xFF], MessageFamily.J2735).Fault!.Protocol, Is.EqualTo("SAE J2735"));
        Assert.That(MessageFinder.Find(Wsmp(Samples.Spat()), MessageFamily.Ieee1609).Name, Is.EqualTo("SPAT"));
        Assert.That(MessageFinder.Find(Samples.Spat(), MessageFamily.Ieee1609).Fault!.Message, Does.Contain("IEEE 1609 begins with"));
        Assert.That(MessageFinder.Find((byte[])[0xFF, 0xFF, 0, 0, 0, 0, 0], MessageFamily.Etsi).Fault!.Message, Does.Contain("messageID 255"));
        Assert.That(MessageFinder.Find((byte[])[0x7F], MessageFamily.Csae).Fault!.Protocol, Is.EqualTo("T/CSAE 53-2020"));
    }

    [Test]
    public void No_octets_make_the_finder_or_a_formatter_throw()
    {
        var random = new Random(7);
        byte[][] seeds = [Samples.Spat(), Wsmp(Samples.Spat()), [1, .. Wsmp(Samples.Spat())], Dot2Data.WrapUnsecured(Samples.Spat()), "Version=0.7\nType=SPAT\nPSID=8002\nPayload=0013"u8.ToArray(), [0xCD, 16, .. new byte[239]], []];
        for (var i = 0; i < 20_000; i++)
        {
            var octets = seeds[i % seeds.Length].ToArray();
            if (octets.Length == 0)
            {
                octets = new byte[random.Next(40)];
                random.NextBytes(octets);
            }

            octets = octets[..random.Next(octets.Length + 1)];
            for (var flips = random.Next(4); flips > 0 && octets.Length > 0; flips--)
            {
                octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
            }

            var family = (MessageFamily?)(random.Next(5) is var choice && choice < 4 ? (MessageFamily)choice : null);
            var found = MessageFinder.Find(octets, family);
            Assert.That(() => TreeText.Format(found) + MessageJson.FormatLine(found), Throws.Nothing, Convert.ToHexString(octets));
        }
    }

    private static byte[] Wsmp(byte[] message) => new WsmpMessage
    {
        Psid = Psid.IntersectionSafety,
        ChannelNumber = 183,
        DataRate = 12,
        Payload = Dot2Data.WrapUnsecured(message),
    }.Encode();
}
