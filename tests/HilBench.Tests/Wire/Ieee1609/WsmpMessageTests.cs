using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Wire.Ieee1609;

internal sealed class WsmpMessageTests
{
    private static readonly byte[] Body = [0x03, 0x80, 0x02, 0x00, 0x14];

    [Test]
    public void A_message_without_extensions_has_a_header_of_four_octets() =>
        Assert.That(Hex(new WsmpMessage { Psid = Psid.VehicleSafety, Payload = Body }), Is.EqualTo("03002005" + "0380020014"));

    [Test]
    public void Extensions_stand_before_the_PSID()
    {
        var message = new WsmpMessage { Psid = Psid.IntersectionSafety, Payload = Body, ChannelNumber = 183, TxPower = -3, DataRate = 12 };

        Assert.That(Hex(message), Is.EqualTo("0B03" + "0401FD" + "0F01B7" + "10010C" + "00" + "8002" + "05" + "0380020014"));
        var read = Parse(message.Encode());
        Assert.That(read with { Payload = message.Payload }, Is.EqualTo(message));
        Assert.That(read.Payload.ToArray(), Is.EqualTo(Body));
    }

    [Test]
    public void A_long_payload_takes_a_length_of_two_octets()
    {
        var message = new WsmpMessage { Psid = Psid.VehicleSafety, Payload = new byte[300] };

        Assert.That(Hex(message), Does.StartWith("0300" + "20" + "812C"));
        Assert.That(Parse(message.Encode()).Payload.Length, Is.EqualTo(300));
    }

    [Test]
    public void An_unknown_extension_and_padding_do_not_disturb()
    {
        var read = Parse(Convert.FromHexString("0B02" + "630102" + "0F01AC" + "00" + "20" + "01" + "AA" + "0000000000"));

        Assert.That(read.ChannelNumber, Is.EqualTo(172));
        Assert.That(read.OtherExtensions.Single().Id, Is.EqualTo(0x63));
        Assert.That(read.Payload.ToArray(), Is.EqualTo(new byte[] { 0xAA }));
    }

    [TestCase("0301" + "20" + "01" + "0501FF" + "01" + "AA", TestName = "T-extensions")]
    [TestCase("0301" + "20" + "00" + "01" + "AA", TestName = "an empty list of T-extensions")]
    [TestCase("0B03" + "0401FD" + "0401FE" + "0F02B700" + "00" + "20" + "01" + "AA", TestName = "an extension twice, one of another length")]
    [TestCase("0302" + "0001" + "0002" + "AA", TestName = "ITS ports")]
    [TestCase("0B01" + "0F01B7" + "05" + "0102030405", TestName = "LPP with extensions")]
    public void Every_kind_of_address_and_every_extension_is_kept(string hex) => Assert.That(Hex(Parse(Convert.FromHexString(hex))), Is.EqualTo(hex));

    [Test]
    public void Transport_extensions_are_read_and_written_by_themselves_too()
    {
        var message = Parse(Convert.FromHexString("0301" + "20" + "01" + "0501FF" + "01" + "AA"));

        Assert.That((message.TransportExtensions.Single().Id, message.Payload.ToArray()[0]), Is.EqualTo(((byte)5, (byte)0xAA)));
        Assert.That(Hex(message with { TransportId = 0 }), Does.StartWith("0301"));
        Assert.That(() => (message with { TransportId = 2 }).Encode(), Throws.InvalidOperationException.With.Message.Contains("TPID 2"));
    }

    [Test]
    public void A_message_cut_anywhere_is_told()
    {
        var octets = Convert.FromHexString("0B02" + "0401FD" + "630102" + "01" + "8002" + "01" + "0501FF" + "02" + "AABB");
        for (var length = 0; length < octets.Length; length++)
        {
            Assert.That(WsmpMessage.TryParse(octets.AsSpan(0, length), out _, out var error), Is.False, $"{length} octets");
            Assert.That(error?.Offset, Is.InRange(0, length));
        }
    }

    [TestCase("", 0, "nothing")]
    [TestCase("02002000", 0, "0x02")]
    [TestCase("13002000", 0, "subtype 0")]
    [TestCase("0B0204", 2, "N-extensions")]
    [TestCase("03072000", 1, "transport protocol id 7")]
    [TestCase("0300FF00", 2, "p-encoded")]
    [TestCase("03002005AA", 3, "says 5 octets, 1 follow")]
    [TestCase("030020", 3, "follow")]
    public void What_is_wrong_is_said_with_its_offset(string hex, int offset, string expected)
    {
        Assert.That(WsmpMessage.TryParse(Convert.FromHexString(hex), out _, out var error), Is.False);
        Assert.That(error!.Value.Offset, Is.EqualTo(offset));
        Assert.That(error.Value.Message, Does.Contain(expected));
    }

    [Test]
    public void Random_octets_never_throw()
    {
        var random = new Random(3);
        for (var repetition = 0; repetition < 20_000; repetition++)
        {
            var octets = new byte[random.Next(40)];
            random.NextBytes(octets);
            if (octets.Length > 0)
            {
                octets[0] = repetition % 2 == 0 ? (byte)0x0B : (byte)0x03;
            }

            Assert.That(WsmpMessage.TryParse(octets, out var message, out var error), Is.EqualTo(message is not null).And.EqualTo(error is null));
        }
    }

    [Test]
    [Category("Peer")]
    public void Frames_captured_by_the_COC_PC5_proxy_parse_and_encode_to_the_same_octets()
    {
        var captures = File.ReadLines(Repository.RequireShared("vectors/ieee1609_public.csv"))
            .Select(line => line.Split(',').FirstOrDefault(field => field.StartsWith("01030001", StringComparison.Ordinal)))
            .OfType<string>().Select(Convert.FromHexString).ToArray();

        Assert.That(captures, Has.Length.EqualTo(20));
        foreach (var capture in captures)
        {
            var message = Parse(capture.AsSpan(1)); // octet 0 is the PC5 message family
            Assert.That(message.Psid.Value, Is.EqualTo(1));
            Assert.That(message.Encode(), Is.EqualTo(capture[1..]));
            Assert.That(Dot2Data.TryUnwrap(message.Payload.Span, out var frame, out var error), Is.True, error?.ToString());
            Assert.That(frame![..2], Is.EqualTo(new byte[] { 0x00, 0x14 }));
            Assert.That(Dot2Data.WrapUnsecured(frame), Is.EqualTo(message.Payload.ToArray()));
        }
    }

    private static WsmpMessage Parse(ReadOnlySpan<byte> octets)
    {
        Assert.That(WsmpMessage.TryParse(octets, out var message, out var error), Is.True, error?.ToString());
        return message!;
    }

    private static string Hex(WsmpMessage message) => Convert.ToHexString(message.Encode());
}
