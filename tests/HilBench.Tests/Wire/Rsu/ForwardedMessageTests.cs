using HilBench.Tests.Emulators.Rsu;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;

namespace HilBench.Tests.Wire.Rsu;

internal sealed class ForwardedMessageTests
{
    private static readonly byte[] Spat = Convert.FromHexString(SampleMessages.Spat);

    private static IEnumerable<TestCaseData> Forms() =>
    [
        new(ForwardedForm.Message, Spat, 0),
        new(ForwardedForm.Dot2Data, Dot2Data.WrapUnsecured(Spat), 3),
        new(ForwardedForm.Dot2Data, SampleMessages.Signed(Psid.IntersectionSafety, SampleMessages.Spat).Payload.ToArray(), null),
        new(ForwardedForm.Wsmp, SampleMessages.Wsm(Psid.IntersectionSafety, SampleMessages.Spat).Encode(), 12),
        new(ForwardedForm.Wsmp, SampleMessages.Signed(Psid.IntersectionSafety, SampleMessages.Spat).Encode(), null),
    ];

    [TestCaseSource(nameof(Forms))]
    public void A_datagram_is_read_in_its_form_and_refused_in_the_others_with_the_form_it_has(ForwardedForm form, byte[] datagram, int? offset)
    {
        foreach (var asked in Enum.GetValues<ForwardedForm>())
        {
            var read = ForwardedMessage.TryParse(datagram, asked, out var message, out var error);
            Assert.That(read, Is.EqualTo(asked == form), asked.ToString());
            if (read)
            {
                Assert.That(message!.Message.ToArray(), Is.EqualTo(Spat));
                Assert.That(message.Offset, Is.EqualTo(offset));
            }
            else
            {
                Assert.That(error!.Value.Message, Does.StartWith("expected ").And.Contain("found what looks like ").And.Contain("secure column"));
            }
        }
    }

    [TestCaseSource(nameof(Forms))]
    public void The_form_is_guessed_for_diagnosis(ForwardedForm form, byte[] datagram, int? offset) =>
        Assert.That(ForwardedMessage.Guess(datagram)!.Form, Is.EqualTo(form));

    [Test]
    public void A_message_behind_a_header_that_nobody_knows_is_found_by_its_start_flag()
    {
        var guess = ForwardedMessage.Guess((byte[])[0xAA, 0x00, 0x13, 0xFF, 0x55, .. Spat]);

        Assert.That(guess!.Offset, Is.EqualTo(5));
        Assert.That(ForwardedMessage.TryParse((byte[])[0xAA, 0xBB, .. Spat], ForwardedForm.Message, out _, out var error), Is.False);
        Assert.That(error!.Value.Message, Does.Contain("a bare MessageFrame (UPER) at octet 2"));
    }

    [Test]
    public void A_message_behind_more_than_any_header_is_not_searched_for()
    {
        Assert.That(ForwardedMessage.Guess((byte[])[.. new byte[127], .. Spat])!.Offset, Is.EqualTo(127));
        Assert.That(ForwardedMessage.Guess((byte[])[.. new byte[128], .. Spat]), Is.Null);
    }

    [TestCase("")]
    [TestCase("00")]
    [TestCase("038000")]
    [TestCase("FFFFFFFFFFFF")]
    public void What_holds_no_message_is_said_to_hold_none(string hex)
    {
        var datagram = Convert.FromHexString(hex);
        Assert.That(ForwardedMessage.Guess(datagram), Is.Null);
        Assert.That(ForwardedMessage.TryParse(datagram, ForwardedForm.Dot2Data, out _, out var error), Is.False);
        Assert.That(error!.Value.Message, Does.Contain("hold no J2735 message"));
    }

    [Test]
    public void Damaged_datagrams_are_read_or_refused()
    {
        var random = new Random(44910);
        byte[][] samples = [.. Forms().Select(form => (byte[])form.Arguments[1]!)];
        for (var i = 0; i < 100_000; i++)
        {
            var datagram = samples[random.Next(samples.Length)].ToArray();
            for (var change = random.Next(4); change >= 0; change--)
            {
                datagram[random.Next(datagram.Length)] = (byte)random.Next(256);
            }

            ReadOnlyMemory<byte> cut = datagram.AsMemory(0, random.Next(4) == 0 ? random.Next(datagram.Length) : datagram.Length);
            Assert.That(ForwardedMessage.TryParse(cut, (ForwardedForm)random.Next(3), out _, out var error), Is.EqualTo(error is null));
        }
    }
}
