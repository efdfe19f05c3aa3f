using System.Text;
using HilBench.Wire.Nmea;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Rsu;

internal sealed class RsuScalarTests
{
    [TestCase(RsuMib.Rsu41, "99.0", new[] { 2, 4, 16 })]
    [TestCase(RsuMib.Ntcip1218, "16.2.0", new[] { 2, 3 })]
    public void The_mode_takes_the_numbers_of_its_MIB_and_no_others(RsuMib mib, string name, int[] allowed)
    {
        using var unit = new ManagedUnit(mib);
        for (var code = -1; code < 20; code++)
        {
            Assert.That(unit.Set(unit.N(name, code)), Is.EqualTo(allowed.Contains(code) ? SnmpError.NoError : SnmpError.WrongValue), $"mode {code}");
            Assert.That(unit.Int(name), Is.AnyOf([.. allowed.Cast<object>()]));
            if (allowed.Contains(code))
            {
                Assert.That(unit.Int(name), Is.EqualTo(code));
            }
        }

        Assert.That(unit.Set(unit.X(name, "02")), Is.EqualTo(SnmpError.WrongType));
    }

    [Test]
    public void The_channel_status_says_whether_the_radio_works()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        Assert.That(unit.Int("19.1.0"), Is.EqualTo(2));
        unit.Do(unit.N("99.0", 2));
        Assert.That(unit.Int("19.1.0"), Is.EqualTo(3));
    }

    [Test]
    public void A_restart_keeps_the_unit_off_the_air_for_a_while_and_its_rows()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        unit.Do(
            unit.X("3.2.1.2.1", "E0000017"), unit.N("3.2.1.3.1", 183), unit.N("3.2.1.4.1", 1000), unit.X("3.2.1.7.1", SampleMessages.Spat),
            unit.N("3.2.1.8.1", 1), unit.N("3.2.1.9.1", 4), unit.X("3.2.1.11.1", "80"));
        unit.Wait(0.5);
        unit.Do(unit.N("16.4.0", 1));
        Assert.That(unit.Int("16.3.0"), Is.EqualTo(1), "other");
        Assert.That(unit.Int("16.4.0"), Is.Zero);
        unit.Wait(5);

        Assert.That(unit.Int("16.3.0"), Is.EqualTo(3), "operate");
        unit.Wait(1);
        Assert.That(unit.Sent.Select(sent => sent.At.TotalSeconds), Is.EqualTo([0, 6]).Within(0.001));
    }

    [Test]
    public void The_position_is_sent_to_the_host_that_is_set_at_the_interval_that_is_set()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        unit.Do(unit.S("6.2.0", "192.0.2.9"), unit.N("6.1.0", 5115), unit.N("6.4.0", 2));
        unit.Wait(5);
        unit.Do(unit.N("6.4.0", 0));
        unit.Wait(5);

        Assert.That(unit.Forwarded, Has.Count.EqualTo(3));
        Assert.That(unit.Forwarded[0].Host.ToString(), Is.EqualTo("192.0.2.9:5115"));
        Assert.That(GgaSentence.TryParse(unit.Forwarded[1].Datagram, out var gga, out _), Is.True);
        Assert.That(gga!.Latitude, Is.EqualTo(42.3).Within(1e-6));
        Assert.That(gga.TimeOfDay, Is.EqualTo(new TimeSpan(12, 0, 2)));
        Assert.That(GgaSentence.TryParse(unit.Get("6.5.0").Octets, out _, out _), Is.True);
        Assert.That(unit.Int("6.6.0"), Is.EqualTo(423_000_000));
        Assert.That(unit.Set(unit.S("6.2.0", "nowhere")), Is.EqualTo(SnmpError.WrongValue));
    }

    [Test]
    public void RSU_4_1_sends_its_position_too()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        unit.Do(unit.X("8.2.0", "00000000000000000000FFFFC0000209"), unit.N("8.4.0", 1));
        unit.Wait(2.5);

        Assert.That(unit.Forwarded.Select(sent => sent.Host.ToString()), Is.EqualTo(["192.0.2.9:5115", "192.0.2.9:5115", "192.0.2.9:5115"]));
    }

    [Test]
    public void Identity_and_versions_are_read_and_the_place_can_be_set()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        unit.Do(unit.S("17.3.0", "north-west corner"), unit.S("17.4.0", "rsu-17"));

        Assert.That(Encoding.UTF8.GetString(unit.Get("17.3.0").Octets), Is.EqualTo("north-west corner"));
        Assert.That(Encoding.UTF8.GetString(unit.Get("17.2.0").Octets), Is.EqualTo("1.0.0"));
        Assert.That(unit.Set(unit.S("17.2.0", "2")), Is.EqualTo(SnmpError.NotWritable));
        Assert.That(unit.Set(unit.S("17.4.0", new string('x', 33))), Is.EqualTo(SnmpError.WrongLength));
    }

    [TestCase(RsuMib.Rsu41, 30)]
    [TestCase(RsuMib.Ntcip1218, 45)]
    public void A_walk_finds_every_object_once_in_order_and_every_value_can_be_read(RsuMib mib, int least)
    {
        using var unit = new ManagedUnit(mib);
        var names = new List<ObjectId>();
        for (var name = unit.Objects.Next(new ObjectId()); name is not null; name = unit.Objects.Next(name))
        {
            names.Add(name);
            Assert.That(unit.Objects.Get(name).IsException, Is.False, name.ToString());
        }

        Assert.That(names, Is.Ordered.And.Unique);
        Assert.That(names, Has.Count.GreaterThanOrEqualTo(least));
    }
}
