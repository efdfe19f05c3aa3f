using HilBench.Emulators;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Rsu;

/// <summary>Each quirk of a unit on the market, with and without it.</summary>
internal sealed class RsuPersonalityTests
{
    [Test]
    public void Every_personality_has_a_test_here_and_an_unknown_one_is_refused()
    {
        string[] tested =
        [
            PersonalityTable.PsidPaddedLeft, PersonalityTable.PsidPaddedRight, PersonalityTable.PsidPlain, PersonalityTable.PsidDecimalDigits,
            PersonalityTable.RowStatusReadsFour, PersonalityTable.EditsInOperate, PersonalityTable.RowsByColumns, PersonalityTable.AnyModeCode,
            PersonalityTable.OptionsLeastBitFirst, PersonalityTable.IntervalInSeconds, PersonalityTable.LocalDeliveryTimes, PersonalityTable.Ipv4InFront,
            PersonalityTable.ForwardsMessage, PersonalityTable.ForwardsWsmp, PersonalityTable.ForwardsAnyMessageId, PersonalityTable.StrictText,
            PersonalityTable.SetIgnored, PersonalityTable.StoredNotSent,
        ];

        // Those of the unit's cloud side are held beside it.
        var managed = PersonalityTable.All.Where(one => one.Device == DefectTable.Rsu && !one.Name.StartsWith("cloud-", StringComparison.Ordinal));
        Assert.That(managed.Select(one => one.Name), Is.EquivalentTo(tested));
        Assert.That(() => new ManagedUnit(RsuMib.Rsu41, "no-such"), Throws.ArgumentException.With.Message.Contains("'no-such' is no personality of a device of kind rsu"));
    }

    [TestCase(null, "8002", "E0000017", "20")]
    [TestCase(PersonalityTable.PsidPaddedLeft, "00008002", "E0000017", "00000020")]
    [TestCase(PersonalityTable.PsidPaddedRight, "80020000", "E0000017", "20000000")]
    [TestCase(PersonalityTable.PsidDecimalDigits, "00032770", "3758096407", "00000032")]
    public void PSIDs_read_back_in_the_vendors_form_and_mean_the_same(string? personality, string spat, string map, string bsm)
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218, personality is null ? [] : [personality]);
        string[] written = ["8002", "E0000017", "20"];
        for (var i = 0; i < 3; i++)
        {
            unit.Do(unit.X($"4.2.1.2.{i + 1}", written[i]), unit.N($"4.2.1.3.{i + 1}", 183), unit.N($"4.2.1.4.{i + 1}", 1), unit.N($"4.2.1.5.{i + 1}", 4));
        }

        unit.Forward(ImmediateForwardTableTests.Text());
        Assert.That(unit.Sent, Has.Count.EqualTo(1));
        Assert.That(new[] { unit.Hex("4.2.1.2.1"), unit.Hex("4.2.1.2.2"), unit.Hex("4.2.1.2.3") }, Is.EqualTo([spat, map, bsm]));
    }

    [Test]
    public void A_unit_with_plain_PSIDs_takes_82_for_SPaT_and_8002_for_another_service()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218, PersonalityTable.PsidPlain);
        unit.Do(unit.X("4.2.1.2.1", "8002"), unit.N("4.2.1.3.1", 183), unit.N("4.2.1.4.1", 1), unit.N("4.2.1.5.1", 4));
        unit.Forward(ImmediateForwardTableTests.Text());
        Assert.That(unit.Sent, Is.Empty);

        unit.Do(unit.X("4.2.1.2.1", "82"));
        unit.Forward(ImmediateForwardTableTests.Text());
        Assert.That(unit.Sent, Has.Count.EqualTo(1));
        Assert.That(unit.Hex("4.2.1.2.1"), Is.EqualTo("82"));
    }

    [Test]
    public void An_active_row_may_read_4()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218, PersonalityTable.RowStatusReadsFour);
        unit.Do(MessageForwardingTests.Row1218(unit, 0));

        Assert.That(unit.Int("5.2.1.10.1"), Is.EqualTo(4));
        unit.Do(unit.N("5.2.1.10.1", 2));
        Assert.That(unit.Int("5.2.1.10.1"), Is.EqualTo(2));
    }

    [Test]
    public void Rows_of_RSU_4_1_may_be_edited_in_operate()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41, PersonalityTable.EditsInOperate);

        unit.Do(MessageForwardingTests.Row41(unit, new string('0', 24) + "C0000207"));
    }

    [Test]
    public void A_row_may_come_to_be_column_by_column_with_RowStatus_4_last()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41, PersonalityTable.RowsByColumns);
        unit.Do(unit.N("99.0", 2));
        var row = MessageForwardingTests.Row41(unit, new string('0', 24) + "C0000207");
        foreach (var binding in row.Skip(1))
        {
            unit.Do(binding);
        }

        Assert.That(unit.Int("7.1.11.1"), Is.EqualTo(2));
        unit.Do(row[0]);
        Assert.That(unit.Int("7.1.11.1"), Is.EqualTo(1));

        using var usual = new ManagedUnit(RsuMib.Rsu41);
        usual.Do(usual.N("99.0", 2));
        Assert.That(usual.Set(row[1]), Is.EqualTo(SnmpError.InconsistentName));
    }

    [TestCase(RsuMib.Rsu41, "99.0", 3, 4)]
    [TestCase(RsuMib.Ntcip1218, "16.2.0", 4, 3)]
    public void The_operate_number_of_the_other_MIB_may_be_taken(RsuMib mib, string name, int other, int reads)
    {
        using var unit = new ManagedUnit(mib, PersonalityTable.AnyModeCode);
        unit.Do(unit.N(name, 2));
        unit.Do(unit.N(name, other));

        Assert.That(unit.Int(name), Is.EqualTo(reads));
    }

    [TestCase(null, "80", true)]
    [TestCase(null, "01", false)]
    [TestCase(PersonalityTable.OptionsLeastBitFirst, "80", false)]
    [TestCase(PersonalityTable.OptionsLeastBitFirst, "01", true)]
    public void Bit_0_of_the_options_is_the_greatest_or_the_least(string? personality, string options, bool wrapped)
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218, personality is null ? [] : [personality]);
        unit.Do(
            unit.X("4.2.1.2.1", "8002"), unit.N("4.2.1.3.1", 183), unit.X("4.2.1.8.1", SampleMessages.Spat), unit.N("4.2.1.4.1", 1), unit.N("4.2.1.5.1", 4),
            unit.X("4.2.1.7.1", options));
        unit.Wait(0.1);

        var payload = Convert.ToHexString(unit.Sent.Single().Message.Payload.Span);
        Assert.That(payload, wrapped ? Does.StartWith("0380").And.EndWith(SampleMessages.Spat) : Is.EqualTo(SampleMessages.Spat));
    }

    [TestCase(RsuMib.Rsu41)]
    [TestCase(RsuMib.Ntcip1218)]
    public void The_interval_may_be_taken_as_seconds(RsuMib mib)
    {
        using var unit = new ManagedUnit(mib, PersonalityTable.IntervalInSeconds, PersonalityTable.EditsInOperate);
        if (mib == RsuMib.Rsu41)
        {
            unit.Do(
                unit.X("4.1.2.1", "E0000017"), unit.N("4.1.3.1", 18), unit.N("4.1.5.1", 172), unit.N("4.1.6.1", 2), unit.X("4.1.9.1", SampleMessages.Spat),
                unit.N("4.1.10.1", 1), unit.N("4.1.11.1", 4));
        }
        else
        {
            unit.Do(
                unit.X("3.2.1.2.1", "E0000017"), unit.N("3.2.1.3.1", 183), unit.N("3.2.1.4.1", 2), unit.X("3.2.1.7.1", SampleMessages.Spat),
                unit.N("3.2.1.8.1", 1), unit.N("3.2.1.9.1", 4));
        }

        unit.Wait(3);
        Assert.That(unit.Sent.Select(sent => sent.At.TotalSeconds), Is.EqualTo([0, 2]).Within(0.001));
    }

    [TestCase(null, 2)]
    [TestCase(PersonalityTable.StoredNotSent, 0)]
    public void A_stored_message_may_read_back_and_never_be_sent(string? personality, int sent)
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218, personality is null ? [] : [personality]);

        unit.Do(
            unit.X("3.2.1.2.1", "E0000017"), unit.N("3.2.1.3.1", 183), unit.N("3.2.1.4.1", 2000), unit.X("3.2.1.7.1", SampleMessages.Spat),
            unit.N("3.2.1.8.1", 1), unit.N("3.2.1.9.1", 4));

        unit.Wait(3);
        Assert.That(unit.Hex("3.2.1.7.1"), Is.EqualTo(SampleMessages.Spat));
        Assert.That(unit.Sent, Has.Count.EqualTo(sent));
    }

    [Test]
    public void Delivery_times_may_be_of_a_time_zone_of_the_unit()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41, PersonalityTable.LocalDeliveryTimes, PersonalityTable.EditsInOperate);

        // 07:01 five hours behind UTC: 12:01.
        unit.Do([.. MessageForwardingTests.Row41(unit, new string('0', 24) + "C0000207"), unit.X("7.1.8.1", "07EA07010701")]);
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));
        Assert.That(unit.Forwarded, Is.Empty);
        unit.Wait(60);
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));
        Assert.That(unit.Forwarded, Has.Count.EqualTo(1));
    }

    [TestCase(null, "c000:207::")]
    [TestCase(PersonalityTable.Ipv4InFront, "192.0.2.7")]
    public void An_IPv4_address_may_be_in_the_first_four_octets(string? personality, string host)
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41, [PersonalityTable.EditsInOperate, .. personality is null ? Array.Empty<string>() : [personality]]);
        unit.Do(MessageForwardingTests.Row41(unit, "C0000207" + new string('0', 24)));
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));

        Assert.That(unit.Forwarded.Single().Host.Address.ToString(), Is.EqualTo(host));
    }

    [TestCase(PersonalityTable.ForwardsMessage, ForwardedForm.Message)]
    [TestCase(PersonalityTable.ForwardsWsmp, ForwardedForm.Wsmp)]
    public void RSU_4_1_may_forward_bare_messages_or_whole_WSMs(string personality, ForwardedForm form)
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41, personality, PersonalityTable.EditsInOperate);
        unit.Do(MessageForwardingTests.Row41(unit, new string('0', 24) + "C0000207"));
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));

        Assert.That(MessageForwardingTests.Read(unit.Forwarded.Single().Datagram, form), Is.EqualTo(SampleMessages.Spat));
    }

    [Test]
    public void NTCIP_1218_may_forward_WSMs_whatever_the_row_says()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218, PersonalityTable.ForwardsWsmp);
        unit.Do(MessageForwardingTests.Row1218(unit, 0));
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));

        Assert.That(MessageForwardingTests.Read(unit.Forwarded.Single().Datagram, ForwardedForm.Wsmp), Is.EqualTo(SampleMessages.Spat));
        Assert.That(MessageForwardingTests.Read(unit.Forwarded.Single().Datagram, ForwardedForm.Message), Does.Contain("a WSMP message"));
    }

    [Test]
    public void The_message_id_may_be_overlooked_in_immediate_forwarding()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41, PersonalityTable.ForwardsAnyMessageId, PersonalityTable.EditsInOperate);
        unit.Do(unit.X("5.1.2.1", "8002"), unit.N("5.1.3.1", 18), unit.N("5.1.5.1", 183), unit.N("5.1.6.1", 1), unit.N("5.1.7.1", 4));
        unit.Forward(ImmediateForwardTableTests.Text());

        Assert.That(unit.Sent, Has.Count.EqualTo(1));
    }

    [TestCase(null, 2)]
    [TestCase(PersonalityTable.StrictText, 1)]
    public void Text_may_be_refused_unless_written_exactly(string? personality, int sent)
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41, [new ImmediateForwardRow(Psid.IntersectionSafety, 183)], personality is null ? [] : [personality]);
        unit.Forward(ImmediateForwardTableTests.Text());
        unit.Forward([.. ImmediateForwardTableTests.Text().Encode().Select(octet => octet == '=' ? " = "u8.ToArray() : [octet]).SelectMany(octets => octets)]);

        Assert.That(unit.Sent, Has.Count.EqualTo(sent));
    }

    [Test]
    public void A_SET_may_be_answered_and_ignored()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218, PersonalityTable.SetIgnored);
        unit.Do(unit.N("16.2.0", 2));
        unit.Do(MessageForwardingTests.Row1218(unit, 0));

        Assert.That(unit.Int("16.2.0"), Is.EqualTo(3));
        Assert.That(unit.Get("5.2.1.10.1"), Is.EqualTo(SnmpValue.NoSuchInstance));
        Assert.That(unit.Set(unit.N("16.2.0", 9)), Is.EqualTo(SnmpError.WrongValue));
    }
}
