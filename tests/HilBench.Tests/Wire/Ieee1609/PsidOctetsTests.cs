using HilBench.Wire.Ieee1609;

namespace HilBench.Tests.Wire.Ieee1609;

internal sealed class PsidOctetsTests
{
    // As read back from units of several vendors.
    [TestCase(0x82u, PsidForm.Encoded, "8002")]
    [TestCase(0x82u, PsidForm.PaddedLeft, "00008002")]
    [TestCase(0x82u, PsidForm.PaddedRight, "80020000")]
    [TestCase(0x82u, PsidForm.Plain, "82")]
    [TestCase(0x82u, PsidForm.DecimalDigits, "00032770")]
    [TestCase(0x20u, PsidForm.Encoded, "20")]
    [TestCase(0x20u, PsidForm.PaddedLeft, "00000020")]
    [TestCase(0x20u, PsidForm.PaddedRight, "20000000")]
    [TestCase(0x20u, PsidForm.DecimalDigits, "00000032")]
    [TestCase(0x204097u, PsidForm.Encoded, "E0000017")]
    [TestCase(0x204097u, PsidForm.Plain, "204097")]
    [TestCase(0x204097u, PsidForm.DecimalDigits, "3758096407")]
    [TestCase(0u, PsidForm.Plain, "00")]
    [TestCase(0u, PsidForm.PaddedLeft, "00000000")]
    public void A_PSID_is_written_and_read_in_each_form(uint value, PsidForm form, string hex)
    {
        Assert.That(Convert.ToHexString(PsidOctets.Encode(new Psid(value), form)), Is.EqualTo(hex));
        Assert.That(PsidOctets.TryRead(Convert.FromHexString(hex), form, out var psid), Is.True);
        Assert.That(psid.Value, Is.EqualTo(value));
    }

    [TestCase("8002", 0x82u)]
    [TestCase("00008002", 0x82u)]
    [TestCase("80020000", 0x82u)]
    [TestCase("82", 0x82u)]
    [TestCase("20", 0x20u)]
    [TestCase("20000000", 0x20u)]
    [TestCase("00000020", 0x20u)]
    [TestCase("E0000017", 0x204097u)]
    [TestCase("204097", 0x204097u)]
    public void The_form_is_found_out_when_nobody_says_it(string hex, uint value)
    {
        Assert.That(PsidOctets.TryRead(Convert.FromHexString(hex), null, out var psid), Is.True);
        Assert.That(psid.Value, Is.EqualTo(value));
    }

    [TestCase("", null)]
    [TestCase("F0000000", null)]
    [TestCase("0000000020", null)]
    [TestCase("8002", PsidForm.PaddedLeft)]
    [TestCase("82", PsidForm.Encoded)]
    [TestCase("80020001", PsidForm.PaddedRight)]
    [TestCase("0000003A", PsidForm.DecimalDigits)]
    [TestCase("9999999999", PsidForm.DecimalDigits)]
    public void Octets_of_another_form_are_refused(string hex, PsidForm? form) =>
        Assert.That(PsidOctets.TryRead(Convert.FromHexString(hex), form, out _), Is.False);

    [Test]
    public void Any_octets_are_read_or_refused_and_what_is_read_is_written_the_same()
    {
        var random = new Random(1609);
        for (var i = 0; i < 300_000; i++)
        {
            var octets = new byte[random.Next(7)];
            random.NextBytes(octets);
            var form = (PsidForm)random.Next(5);
            if (PsidOctets.TryRead(octets, form, out var psid) && (form != PsidForm.Plain || octets[0] != 0) && (form != PsidForm.DecimalDigits || octets.Length >= 4))
            {
                Assert.That(PsidOctets.TryRead(PsidOctets.Encode(psid, form), form, out var again) && again == psid, Is.True, Convert.ToHexString(octets));
            }
        }
    }
}
