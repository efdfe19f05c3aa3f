using System.Net;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Tests.Emulators.Rsu;

internal sealed class MessageForwardingTests
{
    [TestCase(0, ForwardedForm.Message)]
    [TestCase(1, ForwardedForm.Dot2Data)]
    public void What_the_radio_hears_goes_to_the_host_in_the_form_that_the_row_asks_for(int secure, ForwardedForm form)
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        unit.Do(Row1218(unit, secure));
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));
        unit.Hear(SampleMessages.Signed(Psid.VehicleSafety, SampleMessages.OtherSpat));
        unit.Hear(SampleMessages.Wsm(Psid.MapData, SampleMessages.Spat));

        Assert.That(unit.Forwarded.Select(sent => sent.Host).Distinct(), Is.EqualTo([new IPEndPoint(IPAddress.Parse("192.0.2.7"), 46800)]));
        Assert.That(unit.Forwarded.Select(sent => Read(sent.Datagram, form)), Is.EqualTo([SampleMessages.Spat, SampleMessages.OtherSpat]));
    }

    [Test]
    public void The_level_the_interval_and_the_times_of_a_row_hold()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);

        // Heard at −90 dBm from station 9, −70 dBm from others. From 12:01 on every third.
        unit.Do([.. Row1218(unit, 0), unit.N("5.2.1.6.1", -80), unit.N("5.2.1.7.1", 3), unit.X("5.2.1.8.1", "07EA07010C010000")]);
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));
        Assert.That(unit.Forwarded, Is.Empty, "too early");

        unit.Wait(60);
        for (var i = 0; i < 7; i++)
        {
            unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat), 9);
        }

        Assert.That(unit.Forwarded, Is.Empty, "too weak");
        for (var i = 0; i < 7; i++)
        {
            unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));
        }

        Assert.That(unit.Forwarded, Has.Count.EqualTo(3));
        unit.Do(unit.N("5.2.1.7.1", 0));
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));
        unit.Do(unit.N("5.2.1.7.1", 1));
        unit.Do(unit.N("5.2.1.10.1", 6));
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));
        Assert.That(unit.Forwarded, Has.Count.EqualTo(3), "interval 0, then no row");
    }

    [TestCase("00000000000000000000FFFFC0000207", "192.0.2.7")]
    [TestCase("000000000000000000000000C0000207", "192.0.2.7")]
    [TestCase("20010DB8000000000000000000000007", "2001:db8::7")]
    public void RSU_4_1_forwards_1609_2_data_to_an_address_of_sixteen_octets(string address, string host)
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        unit.Do(unit.N("99.0", 2));
        unit.Do(Row41(unit, address));
        unit.Do(unit.N("99.0", 4));
        unit.Hear(SampleMessages.Wsm(Psid.VehicleSafety, SampleMessages.Spat));

        Assert.That(unit.Forwarded.Single().Host, Is.EqualTo(new IPEndPoint(IPAddress.Parse(host), 46800)));
        Assert.That(Read(unit.Forwarded.Single().Datagram, ForwardedForm.Dot2Data), Is.EqualTo(SampleMessages.Spat));
    }

    [Test]
    public void What_the_unit_sends_is_mirrored_to_the_host_of_a_row()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        unit.Do(
            unit.X("20.2.1.2.1", "8002"), unit.S("20.2.1.3.1", "192.0.2.8"), unit.N("20.2.1.4.1", 44910), unit.N("20.2.1.8.1", 1), unit.N("20.2.1.9.1", 4));
        unit.Do(
            unit.X("4.2.1.2.1", "8002"), unit.N("4.2.1.3.1", 183), unit.X("4.2.1.8.1", SampleMessages.Spat), unit.N("4.2.1.4.1", 1), unit.N("4.2.1.5.1", 4),
            unit.X("4.2.1.7.1", "80"));
        unit.Wait(0.1);

        Assert.That(unit.Forwarded.Single().Host.Port, Is.EqualTo(44910));
        Assert.That(unit.Forwarded.Single().Datagram, Is.EqualTo(unit.Sent.Single().Message.Payload.ToArray()));
    }

    [Test]
    public void A_host_is_an_address_and_the_protocol_UDP()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);

        Assert.That(unit.Set([.. Row1218(unit, 0), unit.S("5.2.1.3.1", "somewhere")]), Is.EqualTo(SnmpError.WrongValue));
        Assert.That(unit.Set([.. Row1218(unit, 0), unit.N("5.2.1.5.1", 1)]), Is.EqualTo(SnmpError.WrongValue));
        Assert.That(unit.Set([.. Row1218(unit, 0), unit.N("5.2.1.4.1", 1023)]), Is.EqualTo(SnmpError.WrongValue));
    }

    internal static VariableBinding[] Row1218(ManagedUnit unit, int secure) =>
    [
        unit.X("5.2.1.2.1", "20"), unit.S("5.2.1.3.1", "192.0.2.7"), unit.N("5.2.1.4.1", 46800), unit.N("5.2.1.5.1", 2), unit.N("5.2.1.6.1", -100),
        unit.N("5.2.1.7.1", 1), unit.N("5.2.1.10.1", 4), unit.N("5.2.1.11.1", secure),
    ];

    internal static VariableBinding[] Row41(ManagedUnit unit, string address) =>
    [
        unit.N("7.1.11.1", 4), unit.X("7.1.2.1", "20"), unit.X("7.1.3.1", address), unit.N("7.1.4.1", 46800), unit.N("7.1.5.1", 2), unit.N("7.1.6.1", -100),
        unit.N("7.1.7.1", 1), unit.N("7.1.10.1", 1),
    ];

    internal static string Read(byte[] datagram, ForwardedForm form) =>
        ForwardedMessage.TryParse(datagram, form, out var message, out var error) ? Convert.ToHexString(message.Message.Span) : error.Value.Message;
}
