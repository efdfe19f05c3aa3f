using HilBench.Emulators;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Rsu;

internal sealed class ImmediateForwardTableTests
{
    [Test]
    public void Text_goes_to_the_air_when_a_row_of_RSU_4_1_has_its_PSID_message_id_and_channel()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        unit.Do(unit.N("99.0", 2));
        unit.Do(unit.X("5.1.2.1", "8002"), unit.N("5.1.3.1", 19), unit.N("5.1.5.1", 183), unit.N("5.1.6.1", 1), unit.N("5.1.7.1", 4));
        unit.Do(unit.N("99.0", 4));

        unit.Forward(Text());
        Assert.That(unit.SentMessages, Is.EqualTo([SampleMessages.Spat]));

        unit.Forward(Text() with { Psid = Psid.MapData });
        unit.Forward(Text() with { TxChannel = 172 });
        unit.Forward(Text() with { Payload = Convert.FromHexString("0012" + SampleMessages.Spat[4..]) });
        unit.Forward("no text"u8.ToArray());
        Assert.That(unit.Sent, Has.Count.EqualTo(1), "no row has these");
    }

    [Test]
    public void Without_a_row_with_the_row_off_and_in_standby_nothing_is_forwarded()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        unit.Forward(Text());
        unit.Do(unit.N("99.0", 2));
        unit.Do(unit.X("5.1.2.1", "8002"), unit.N("5.1.3.1", 19), unit.N("5.1.5.1", 183), unit.N("5.1.6.1", 0), unit.N("5.1.7.1", 4));
        unit.Do(unit.N("99.0", 4));
        unit.Forward(Text());
        unit.Do(unit.N("99.0", 2));
        unit.Do(unit.N("5.1.6.1", 1));
        unit.Forward(Text());
        Assert.That(unit.Sent, Is.Empty);

        unit.Do(unit.N("99.0", 4));
        unit.Forward(Text());
        Assert.That(unit.Sent, Has.Count.EqualTo(1));

        unit.Do(unit.N("99.0", 16));
        unit.Forward(Text());
        Assert.That(unit.Sent, Has.Count.EqualTo(1), "switched off");
    }

    [Test]
    public void Delivery_times_of_the_text_are_kept()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41, [new ImmediateForwardRow(Psid.IntersectionSafety, 183)], []);
        unit.Forward(Text() with { DeliveryStart = ManagedUnit.Noon.AddMinutes(1) });
        unit.Forward(Text() with { DeliveryStop = ManagedUnit.Noon });
        Assert.That(unit.Sent, Is.Empty);

        unit.Forward(Text() with { DeliveryStart = ManagedUnit.Noon, DeliveryStop = ManagedUnit.Noon.AddMinutes(1) });
        Assert.That(unit.Sent, Has.Count.EqualTo(1));
    }

    [TestCase(RsuMib.Rsu41, "5.1.2.1", "5.1.5.1")]
    [TestCase(RsuMib.Ntcip1218, "4.2.1.2.1", "4.2.1.3.1")]
    public void Rows_that_the_unit_has_from_the_start_are_in_the_table_and_work(RsuMib mib, string psid, string channel)
    {
        using var unit = new ManagedUnit(mib, [new ImmediateForwardRow(Psid.IntersectionSafety, 183)], []);
        unit.Forward(Text());

        Assert.That(unit.Sent, Has.Count.EqualTo(1));
        Assert.That(unit.Hex(psid), Is.EqualTo("8002"));
        Assert.That(unit.Int(channel), Is.EqualTo(183));
    }

    [Test]
    public void With_NTCIP_1218_each_SET_of_a_payload_with_enable_1_is_sent_at_once()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);

        // The row, as V2X-Hub makes it in one request, then a message a request.
        unit.Do(
            unit.X("4.2.1.2.1", "8002"), unit.N("4.2.1.3.1", 183), unit.X("4.2.1.8.1", "FE"), unit.N("4.2.1.4.1", 0), unit.N("4.2.1.5.1", 4),
            unit.N("4.2.1.6.1", 6), unit.X("4.2.1.7.1", "80"));
        unit.Wait(1);
        Assert.That(unit.Sent, Is.Empty, "not enabled");

        for (var i = 0; i < 10; i++)
        {
            unit.Do(unit.X("4.2.1.8.1", i % 2 == 0 ? SampleMessages.Spat : SampleMessages.OtherSpat), unit.N("4.2.1.4.1", 1));
            unit.Wait(0.1);
        }

        Assert.That(unit.Sent, Has.Count.EqualTo(10));
        Assert.That(unit.SentMessages[..2], Is.EqualTo([SampleMessages.Spat, SampleMessages.OtherSpat]));
        Assert.That(unit.Sent.Select(sent => sent.At.TotalSeconds), Is.EqualTo(Enumerable.Range(0, 10).Select(i => 1 + (i / 10.0))).Within(0.001));
        Assert.That(unit.Hex("4.2.1.8.1"), Is.EqualTo(SampleMessages.OtherSpat));

        unit.Do(unit.N("16.2.0", 2));
        unit.Do(unit.X("4.2.1.8.1", SampleMessages.Spat), unit.N("4.2.1.4.1", 1));
        unit.Wait(0.1);
        Assert.That(unit.Sent, Has.Count.EqualTo(10), "in standby");
    }

    [Test]
    public void A_payload_is_not_sent_by_a_SET_of_other_columns()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        unit.Do(
            unit.X("4.2.1.2.1", "8002"), unit.N("4.2.1.3.1", 183), unit.X("4.2.1.8.1", SampleMessages.Spat), unit.N("4.2.1.4.1", 1), unit.N("4.2.1.5.1", 4));
        unit.Wait(0.1);
        unit.Do(unit.N("4.2.1.6.1", 3));
        unit.Wait(0.1);

        Assert.That(unit.Sent, Has.Count.EqualTo(1));
        Assert.That(unit.Set(unit.N("4.2.1.6.1", 64)), Is.EqualTo(SnmpError.WrongValue));
        Assert.That(unit.Set(unit.X("4.2.1.8.256", "00"), unit.N("4.2.1.5.256", 4)), Is.EqualTo(SnmpError.NoCreation));
    }

    internal static ImmediateForwardMessage Text() => new()
    {
        Type = "SPAT",
        Psid = Psid.IntersectionSafety,
        Payload = Convert.FromHexString(SampleMessages.Spat),
    };
}
