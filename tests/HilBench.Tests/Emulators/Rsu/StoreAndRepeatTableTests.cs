using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Rsu;

internal sealed class StoreAndRepeatTableTests
{
    [Test]
    public void A_row_of_RSU_4_1_that_is_made_in_standby_repeats_at_its_interval_in_operate()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        unit.Do(unit.N("99.0", 2));
        unit.Do(Row41(unit));
        unit.Wait(1.1);
        Assert.That(unit.Sent, Is.Empty, "in standby");

        unit.Do(unit.N("99.0", 4));
        unit.Wait(1.05);

        Assert.That(unit.Sent.Select(sent => sent.At.TotalSeconds), Is.EqualTo([1.25, 1.5, 1.75, 2.0]).Within(0.001));
        Assert.That(unit.SentMessages.Distinct(StringComparer.Ordinal), Is.EqualTo([SampleMessages.Spat]));
        Assert.That(unit.Sent[0].Message.Psid, Is.EqualTo(Psid.MapData));
        Assert.That(unit.Sent[0].Message.ChannelNumber, Is.EqualTo(172));
    }

    [Test]
    public void Rows_of_RSU_4_1_cannot_be_edited_in_operate()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);

        Assert.That(unit.Set(Row41(unit)), Is.EqualTo(SnmpError.InconsistentValue));
        unit.Do(unit.N("99.0", 2));
        unit.Do(Row41(unit));
        unit.Do(unit.N("99.0", 4));
        Assert.That(unit.Set(unit.N("4.1.11.1", 6)), Is.EqualTo(SnmpError.InconsistentValue));
        Assert.That(unit.Int("4.1.11.1"), Is.EqualTo(1));
    }

    [Test]
    public void A_message_of_RSU_4_1_is_repeated_inside_its_delivery_times_only()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        unit.Do(unit.N("99.0", 2));

        // 2026-07-01 12:01 to 12:03.
        unit.Do([.. Row41(unit), unit.X("4.1.7.1", "07EA07010C01"), unit.X("4.1.8.1", "07EA07010C03")]);
        unit.Do(unit.N("99.0", 4));
        unit.Wait(300);

        Assert.That(unit.Sent[0].At.TotalSeconds, Is.EqualTo(60).Within(0.001));
        Assert.That(unit.Sent[^1].At.TotalSeconds, Is.EqualTo(179.75).Within(0.001));
        Assert.That(unit.Sent, Has.Count.EqualTo(480));
    }

    [Test]
    public void A_row_of_NTCIP_1218_repeats_at_once_follows_what_is_set_and_ends_when_it_goes()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        unit.Do(Row1218(unit));
        unit.Wait(0.25);
        Assert.That(unit.Sent, Has.Count.EqualTo(3));

        unit.Do(unit.N("3.2.1.4.1", 1000), unit.X("3.2.1.7.1", SampleMessages.OtherSpat));
        unit.Wait(2.5);
        Assert.That(unit.SentMessages[3..], Is.EqualTo([SampleMessages.OtherSpat, SampleMessages.OtherSpat, SampleMessages.OtherSpat]));

        unit.Do(unit.N("3.2.1.8.1", 0));
        unit.Wait(3);
        Assert.That(unit.Sent, Has.Count.EqualTo(6), "disabled");

        unit.Do(unit.N("3.2.1.8.1", 1));
        unit.Wait(0.5);
        unit.Do(unit.N("3.2.1.9.1", 6));
        unit.Wait(3);
        Assert.That(unit.Sent, Has.Count.EqualTo(7), "taken away");
        Assert.That(unit.Get("3.2.1.9.1"), Is.EqualTo(SnmpValue.NoSuchInstance));
    }

    [Test]
    public void A_payload_that_bypasses_security_is_sent_as_it_is()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        var data = Convert.ToHexString(SampleMessages.Signed(Psid.MapData, SampleMessages.Spat).Payload.Span);
        unit.Do([.. Row1218(unit), unit.X("3.2.1.7.1", data), unit.X("3.2.1.11.1", "00")]);
        unit.Wait(0.05);

        Assert.That(Convert.ToHexString(unit.Sent.Single().Message.Payload.Span), Is.EqualTo(data));
    }

    [Test]
    public void Delete_all_takes_all_messages_away()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        unit.Do(Row1218(unit));
        unit.Do(unit.N("3.3.0", 1));
        unit.Wait(1);

        Assert.That(unit.Sent, Is.Empty);
        Assert.That(unit.Int("3.3.0"), Is.Zero);
        Assert.That(unit.Get("3.2.1.2.1"), Is.EqualTo(SnmpValue.NoSuchInstance));
        unit.Do(Row1218(unit));
    }

    [Test]
    public void A_DateAndTime_with_an_offset_from_UTC_is_understood()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);

        // 06:00:01.0 six hours behind UTC: a second past noon.
        unit.Do([.. Row1218(unit), unit.X("3.2.1.5.1", "07EA0701060001002D0600")]);
        unit.Wait(1.05);

        Assert.That(unit.Sent.Single().At.TotalSeconds, Is.EqualTo(1).Within(0.001));
    }

    [TestCase("4.1.5.1", 171)]
    [TestCase("4.1.6.1", 0)]
    [TestCase("4.1.10.1", 2)]
    public void What_is_out_of_range_is_refused_in_RSU_4_1(string name, int value)
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        unit.Do(unit.N("99.0", 2));

        Assert.That(unit.Set([.. Row41(unit), unit.N(name, value)]), Is.EqualTo(SnmpError.WrongValue));
    }

    [TestCase("4.1.7.1", "07EA07010C0100", SnmpError.WrongLength)]
    [TestCase("4.1.7.1", "07EA0D010C01", SnmpError.WrongValue)]
    [TestCase("4.1.7.1", "07EA0701", SnmpError.WrongValue)]
    [TestCase("4.1.2.1", "", SnmpError.WrongLength)]
    [TestCase("4.1.2.1", "F0000000", SnmpError.WrongValue)]
    public void Octets_that_say_nothing_are_refused_in_RSU_4_1(string name, string hex, SnmpError error)
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        unit.Do(unit.N("99.0", 2));

        Assert.That(unit.Set([.. Row41(unit), unit.X(name, hex)]), Is.EqualTo(error));
    }

    private static VariableBinding[] Row41(ManagedUnit unit) =>
    [
        unit.N("4.1.11.1", 4), unit.X("4.1.2.1", "E0000017"), unit.N("4.1.3.1", 18), unit.N("4.1.4.1", 0), unit.N("4.1.5.1", 172), unit.N("4.1.6.1", 250),
        unit.X("4.1.9.1", SampleMessages.Spat), unit.N("4.1.10.1", 1),
    ];

    private static VariableBinding[] Row1218(ManagedUnit unit) =>
    [
        unit.X("3.2.1.2.1", "E0000017"), unit.N("3.2.1.3.1", 183), unit.N("3.2.1.4.1", 100), unit.X("3.2.1.7.1", SampleMessages.Spat),
        unit.N("3.2.1.8.1", 1), unit.N("3.2.1.9.1", 4), unit.N("3.2.1.10.1", 6), unit.X("3.2.1.11.1", "C0"),
    ];
}
