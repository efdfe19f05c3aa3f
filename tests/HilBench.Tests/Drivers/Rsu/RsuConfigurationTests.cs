using System.Net;
using HilBench.Drivers.Rsu;
using HilBench.Emulators;
using HilBench.Rigs;
using HilBench.Tests.Emulators.Rsu;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;
using ImmediateForwardRow = HilBench.Drivers.Rsu.ImmediateForwardRow;
using RsuMib = HilBench.Wire.Rsu.RsuMib;

namespace HilBench.Tests.Drivers.Rsu;

internal sealed class RsuConfigurationTests
{
    private static readonly IPEndPoint Host = new(IPAddress.Parse("192.0.2.7"), 46800);

    // A vendor's way, and the dialect that gets along with it.
    private static IEnumerable<TestCaseData> Vendors()
    {
        foreach (var mib in Enum.GetValues<RsuMib>())
        {
            var plain = new RsuDialect(mib);
            (string? Personality, RsuDialect Dialect)[] ways =
            [
                (null, plain),
                (PersonalityTable.PsidPaddedLeft, plain),
                (PersonalityTable.PsidPaddedRight, plain with { PsidWrites = PsidForm.PaddedRight }),
                (PersonalityTable.PsidPlain, plain with { PsidWrites = PsidForm.Plain, PsidReads = PsidForm.Plain }),
                (PersonalityTable.PsidDecimalDigits, plain with { PsidReads = PsidForm.DecimalDigits }),
                (PersonalityTable.RowStatusReadsFour, plain),
                (PersonalityTable.RowsByColumns, plain with { ColumnByColumn = true }),
                (PersonalityTable.EditsInOperate, plain with { EditsInStandby = false }),
                (PersonalityTable.IntervalInSeconds, plain with { IntervalInSeconds = true }),
                (PersonalityTable.LocalDeliveryTimes, plain with { DeliveryOffset = TimeSpan.FromHours(-5) }),
                (PersonalityTable.OptionsLeastBitFirst, plain with { OptionsLeastBitFirst = true }),
                (PersonalityTable.Ipv4InFront, plain with { Ipv4InFront = true }),
            ];
            foreach (var (personality, dialect) in ways)
            {
                yield return new TestCaseData(dialect, personality).SetArgDisplayNames(mib.ToString(), personality ?? "as the MIB says");
            }
        }
    }

    [TestCaseSource(nameof(Vendors))]
    public void A_stored_message_is_on_the_air_and_a_heard_one_at_the_host_whatever_the_vendors_way(RsuDialect dialect, string? personality)
    {
        using var unit = new ManagedUnit(dialect.Mib, personality is null ? [] : [personality]);
        var configuration = new RsuConfiguration("rsu1", new UnitSession(unit.Objects), dialect);
        var row = new StoredMessageRow(Psid.MapData, 18, 183, TimeSpan.FromSeconds(1), Convert.FromHexString(SampleMessages.Spat))
        {
            Start = ManagedUnit.Noon.AddMinutes(1),
            Stop = ManagedUnit.Noon.AddMinutes(2),
        };
        Do(unit, () => configuration.InstallAsync(1, row, default));
        Do(unit, () => configuration.InstallAsync(1, new ImmediateForwardRow(Psid.IntersectionSafety, 19, 183), default));
        Do(unit, () => configuration.ForwardReceivedAsync(1, new HostForwardRow(Psid.VehicleSafety, Host), default));
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.OtherSpat));
        unit.Wait(180);

        Assert.That(unit.SentMessages, Is.EqualTo(Enumerable.Repeat(SampleMessages.Spat, 60)));
        Assert.That(unit.Sent.Select(sent => sent.Message.Psid).Distinct(), Is.EqualTo([Psid.MapData]));
        Assert.That(unit.Sent[0].At.TotalSeconds, Is.EqualTo(60).Within(1));
        Assert.That(unit.Forwarded.Single().Host, Is.EqualTo(Host));
        Assert.That(MessageForwardingTests.Read(unit.Forwarded.Single().Datagram, ForwardedForm.Dot2Data), Is.EqualTo(SampleMessages.OtherSpat));
    }

    [Test]
    public void Rows_of_RSU_4_1_are_edited_in_standby_and_the_mode_is_what_it_was_also_when_the_edit_fails()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        var session = new UnitSession(unit.Objects);
        var configuration = new RsuConfiguration("rsu1", session, new RsuDialect(RsuMib.Rsu41));
        var row = new StoredMessageRow(Psid.MapData, 18, 183, TimeSpan.FromMilliseconds(100), Convert.FromHexString(SampleMessages.Spat));
        Do(unit, () => configuration.InstallAsync(1, row, default));
        Assert.That(session.Sets.Select(set => set[0].Name.ToString()), Is.EqualTo(["1.0.15628.4.1.99.0", "1.0.15628.4.1.4.1.2.1", "1.0.15628.4.1.99.0"]));
        Assert.That(session.Sets[1][^1], Is.EqualTo(new VariableBinding(ObjectId.Parse("1.0.15628.4.1.4.1.11.1"), SnmpValue.Integer32(4))));

        Assert.That(() => Do(unit, () => configuration.InstallAsync(1, row with { Channel = 999 }, default)), Throws.InstanceOf<RigException>().With.Message.Contains("WrongValue"));
        Assert.That(unit.Int("99.0"), Is.EqualTo(4));
    }

    [Test]
    public void A_row_is_replaced_and_removed()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        var configuration = new RsuConfiguration("rsu1", new UnitSession(unit.Objects), new RsuDialect(RsuMib.Ntcip1218));
        var row = new StoredMessageRow(Psid.MapData, 18, 183, TimeSpan.FromMilliseconds(100), Convert.FromHexString(SampleMessages.Spat));
        Do(unit, () => configuration.InstallAsync(1, row, default));
        Do(unit, () => configuration.InstallAsync(1, row with { Payload = Convert.FromHexString(SampleMessages.OtherSpat) }, default));
        unit.Wait(0.05);
        Assert.That(unit.SentMessages, Does.Contain(SampleMessages.OtherSpat));

        Do(unit, () => configuration.RemoveAsync(RsuTable.Stored, 1, default));
        Do(unit, () => configuration.RemoveAsync(RsuTable.Stored, 1, default));
        var count = unit.Sent.Count;
        unit.Wait(1);
        Assert.That(unit.Sent, Has.Count.EqualTo(count));
    }

    [TestCase(RsuMib.Rsu41, "rsuMode.0 was set to 2 and the unit said done, but it reads back 4")]
    [TestCase(RsuMib.Ntcip1218, "rsuMode.0 was set to 2 and the unit said done, but it reads back 3")]
    public void A_unit_that_says_done_and_does_not_is_found_out(RsuMib mib, string message)
    {
        using var unit = new ManagedUnit(mib, PersonalityTable.SetIgnored);
        var configuration = new RsuConfiguration("rsu1", new UnitSession(unit.Objects), new RsuDialect(mib));

        Assert.That(() => Do(unit, () => configuration.SetModeAsync(RsuMode.Standby, default)), Throws.InstanceOf<RigException>().With.Message.Contains(message));
        Assert.That(
            () => Do(unit, () => configuration.ForwardReceivedAsync(1, new HostForwardRow(Psid.VehicleSafety, Host), default)),
            Throws.InstanceOf<RigException>().With.Message.Contains("said done"));
    }

    [Test]
    public void A_unit_that_takes_the_PSID_for_another_one_is_found_out()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218, PersonalityTable.PsidDecimalDigits);
        var configuration = new RsuConfiguration("rsu1", new UnitSession(unit.Objects), new RsuDialect(RsuMib.Ntcip1218));

        Assert.That(
            () => Do(unit, () => configuration.ForwardReceivedAsync(1, new HostForwardRow(Psid.VehicleSafety, Host), default)),
            Throws.InstanceOf<RigException>().With.Message.Contains("rsuReceivedMsgPsid.1 was set to 0x20 and the unit said done, but it reads back 0x32"));
    }

    [Test]
    public void What_a_MIB_lacks_is_told_with_the_way_out()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        var configuration = new RsuConfiguration("rsu1", new UnitSession(unit.Objects), new RsuDialect(RsuMib.Rsu41));

        Assert.That(
            () => Do(unit, () => configuration.ForwardTransmittedAsync(1, new HostForwardRow(Psid.VehicleSafety, Host), default)),
            Throws.InstanceOf<RigException>().With.Message.Contains("no table that mirrors"));
        Assert.That(
            () => Do(unit, () => configuration.SendAsync(1, new byte[1], default)), Throws.InstanceOf<RigException>().With.Message.Contains("immediate-forward UDP port (1516)"));
    }

    [TestCase(RsuMib.Rsu41)]
    [TestCase(RsuMib.Ntcip1218)]
    public void What_the_unit_states_of_itself_is_the_same_before_and_after_and_shows_what_somebody_changed(RsuMib mib)
    {
        using var unit = new ManagedUnit(mib);
        var configuration = new RsuConfiguration("rsu1", new UnitSession(unit.Objects), new RsuDialect(mib));
        var before = Do(unit, () => configuration.ReadAsync(default));
        Do(unit, () => configuration.InstallAsync(
            1, new StoredMessageRow(Psid.MapData, 18, 183, TimeSpan.FromMilliseconds(100), Convert.FromHexString(SampleMessages.Spat)), default));
        unit.Wait(10);
        Assert.That(Do(unit, () => configuration.ReadAsync(default)), Is.EqualTo(before), "the bench's own rows, and time that passes");
        Assert.That(before, Has.Some.EqualTo(new ConfigurationItem("rsuFirmwareVersion.0", "1.0.0")));
        Assert.That(before.Select(item => item.Name), Is.Unique);

        Do(unit, () => configuration.ForwardReceivedAsync(40, new HostForwardRow(Psid.VehicleSafety, Host), default));
        Do(unit, () => configuration.InstallAsync(
            40, new StoredMessageRow(Psid.MapData, 18, 183, TimeSpan.FromHours(1), new byte[200]), default));
        var after = Do(unit, () => configuration.ReadAsync(default)).Except(before).ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal);
        Assert.That(after[mib == RsuMib.Rsu41 ? "rsuDsrcFwdPsid.40" : "rsuReceivedMsgPsid.40"], Is.EqualTo("0x20"));
        Assert.That(after[mib == RsuMib.Rsu41 ? "rsuDsrcFwdStatus.40" : "rsuReceivedMsgStatus.40"], Is.EqualTo("active"));
        Assert.That(after[mib == RsuMib.Rsu41 ? "rsuDsrcFwdDeliveryStop.40" : "rsuReceivedMsgDeliveryStop.40"], Is.EqualTo("no limit"));
        Assert.That(after[mib == RsuMib.Rsu41 ? "rsuSRMPayload.40" : "rsuMsgRepeatPayload.40"], Does.StartWith("200 octets, SHA-256 "));
    }

    [TestCase(RsuMib.Rsu41)]
    [TestCase(RsuMib.Ntcip1218)]
    public void Every_object_of_the_emulated_unit_has_a_name(RsuMib mib)
    {
        using var unit = new ManagedUnit(mib, [new HilBench.Emulators.ImmediateForwardRow(Psid.IntersectionSafety, 183)], [PersonalityTable.EditsInOperate]);
        unit.Do(mib == RsuMib.Rsu41 ? MessageForwardingTests.Row41(unit, new string('0', 32)) : MessageForwardingTests.Row1218(unit, 0));
        for (var name = unit.Objects.Next(new ObjectId()); name is not null; name = unit.Objects.Next(name))
        {
            Assert.That(RsuObjectTable.Of(name), Is.Not.Null, name.ToString());
        }
    }

    private static void Do(ManagedUnit unit, Func<Task> call) => unit.Loop.Run(call);

    private static T Do<T>(ManagedUnit unit, Func<Task<T>> call)
    {
        var result = default(T);
        unit.Loop.Run(async () => result = await call());
        return result!;
    }
}
