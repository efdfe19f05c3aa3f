using System.Text;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;

namespace HilBench.Tests.Wire.ImmediateForward;

internal sealed class ImmediateForwardMessageTests
{
    private const string Strict =
        "Version=0.7\nType=SPAT\nPSID=0x8002\nPriority=7\nTxMode=CONT\nTxChannel=183\nTxInterval=0\nDeliveryStart=\nDeliveryStop=\n"
        + "Signature=False\nEncryption=False\nPayload=00130AFF\n";

    [Test]
    public void The_text_of_the_specification_reads_without_a_deviation_and_writes_the_same()
    {
        var message = Parse(Strict);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(message.Deviations, Is.Empty);
            Assert.That(message.Psid, Is.EqualTo(Psid.IntersectionSafety));
            Assert.That(message.MessageId, Is.EqualTo(19));
            Assert.That(message.TxChannel, Is.EqualTo(183));
            Assert.That(message.Payload.ToArray(), Is.EqualTo(new byte[] { 0x00, 0x13, 0x0A, 0xFF }));
            Assert.That(Encoding.ASCII.GetString(message.Encode()), Is.EqualTo(Strict));
        }
    }

    [Test]
    public void An_active_message_has_an_interval_and_a_delivery_window()
    {
        var text = Strict.Replace("TxInterval=0", "TxInterval=1", StringComparison.Ordinal)
            .Replace("DeliveryStart=", "DeliveryStart=07/01/2026, 12:30", StringComparison.Ordinal)
            .Replace("0x8002", "0xE0000017", StringComparison.Ordinal);
        var message = Parse(text);

        Assert.That(message.TxIntervalSeconds, Is.EqualTo(1));
        Assert.That(message.Psid, Is.EqualTo(Psid.MapData));
        Assert.That(message.DeliveryStart, Is.EqualTo(new DateTimeOffset(2026, 7, 1, 12, 30, 0, TimeSpan.Zero)));
        Assert.That(Encoding.ASCII.GetString(message.Encode()), Is.EqualTo(text));
    }

    [TestCase("Version=0.7\n", "Version=0.7\r\n", "CR before")]
    [TestCase("00130AFF", "00130aff", "lower-case")]
    [TestCase("00130AFF", "0013 0AFF", "blanks in the payload")]
    [TestCase("Payload=", "Payload=0x", "0x before the payload")]
    [TestCase("00130AFF\n", "00130AFF\n\0", "NUL octet")]
    [TestCase("00130AFF\n", "00130AFF\0", "NUL octet")]
    [TestCase("Priority=7\n", "priority = 7\n", "Priority=value")]
    [TestCase("Priority=7\nTxMode=CONT\n", "TxMode=CONT\nPriority=7\n", "Priority after TxMode")]
    [TestCase("Signature=False\n", "", "no line \"Signature=\"")]
    [TestCase("Type=SPAT\n", "Type=SPAT\nColour=red\n", "unknown key \"Colour\"")]
    [TestCase("Type=SPAT\n", "Type=MAP\nType=SPAT\n", "second Type")]
    [TestCase("0x8002", "0x82", "not p-encoded")]
    [TestCase("0x8002", "0x80020000", "not p-encoded")]
    [TestCase("0x8002", "00008002", "not p-encoded")]
    public void What_the_field_writes_is_read_and_listed(string old, string replacement, string deviation)
    {
        var message = Parse(Strict.Replace(old, replacement, StringComparison.Ordinal));

        Assert.That(message.Deviations.Select(entry => entry.Message), Has.Some.Contains(deviation));
        Assert.That(Encoding.ASCII.GetString(message.Encode()), Is.EqualTo(Strict));
    }

    [Test]
    public void A_byte_order_mark_is_read_and_listed()
    {
        Assert.That(ImmediateForwardMessage.TryParse([0xEF, 0xBB, 0xBF, .. Encoding.ASCII.GetBytes(Strict)], out var message, out _), Is.True);
        Assert.That(message!.Deviations.Single().Message, Is.EqualTo("a byte order mark"));
    }

    [Test]
    public void Any_octets_are_read_or_refused()
    {
        var random = new Random(1516);
        var text = Encoding.ASCII.GetBytes(Strict);
        for (var i = 0; i < 200_000; i++)
        {
            var octets = text.ToArray();
            for (var change = random.Next(5); change >= 0; change--)
            {
                octets[random.Next(octets.Length)] = (byte)random.Next(256);
            }

            var cut = octets.AsSpan(0, random.Next(4) == 0 ? random.Next(octets.Length) : octets.Length);
            if (ImmediateForwardMessage.TryParse(cut, out var message, out var error))
            {
                Assert.That(ImmediateForwardMessage.TryParse(message.Encode(), out var again, out _) && again.Psid == message.Psid, Is.True);
            }
            else
            {
                Assert.That(error!.Value.Offset, Is.InRange(0, cut.Length));
            }
        }
    }

    [Test]
    public void Comments_and_the_names_of_channels_are_read()
    {
        Assert.That(Parse("# from the web page\n" + Strict).Deviations, Is.Empty);
        Assert.That(Parse(Strict.Replace("=183", "=CCH", StringComparison.Ordinal)).TxChannel, Is.EqualTo(178));
        Assert.That(Parse(Strict.Replace("=183", "=SCH", StringComparison.Ordinal)).TxChannel, Is.Null);
    }

    [TestCase("Payload=00130AFF", "Payload=00130AF", "even number")]
    [TestCase("Payload=00130AFF", "Payload=xyz1", "hexadecimal")]
    [TestCase("Payload=00130AFF\n", "", "no line \"Payload=\"")]
    [TestCase("PSID=0x8002", "PSID=", "p-encoded")]
    [TestCase("PSID=0x8002", "PSID=0xFFFFFFFF", "too great")]
    [TestCase("TxMode=CONT", "TxMode=SOME", "CONT or ALT")]
    [TestCase("TxChannel=183", "TxChannel=200", "172 to 184")]
    [TestCase("Priority=7", "Priority=99", "0 to 7")]
    [TestCase("DeliveryStop=", "DeliveryStop=2026-07-01", "mm/dd/yyyy")]
    [TestCase("Signature=False", "Signature=perhaps", "True or False")]
    [TestCase("Version=0.7", "Version 0.7", "without \"=\"")]
    public void What_cannot_be_understood_is_refused_with_the_remedy(string old, string replacement, string expected)
    {
        var text = Encoding.ASCII.GetBytes(Strict.Replace(old, replacement, StringComparison.Ordinal));

        Assert.That(ImmediateForwardMessage.TryParse(text, out _, out var error), Is.False);
        Assert.That(error!.Value.Message, Does.Contain(expected));
    }

    private static ImmediateForwardMessage Parse(string text)
    {
        Assert.That(ImmediateForwardMessage.TryParse(Encoding.ASCII.GetBytes(text), out var message, out var error), Is.True, error?.ToString());
        return message!;
    }
}
