using HilBench.Drivers;
using HilBench.Drivers.Rsu;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Tests.Emulators.Rsu;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.Rsu;
using ImmediateForwardRow = HilBench.Drivers.Rsu.ImmediateForwardRow;
using RsuMib = HilBench.Wire.Rsu.RsuMib;

namespace HilBench.Tests.Drivers.Rsu;

internal sealed class ManagedRoadSideUnitDriverTests
{
    private static readonly ImmediateForwardRow SpatRow = new(Psid.IntersectionSafety, 19, 183);

    [Test]
    public void With_NTCIP_1218_ten_messages_a_second_are_set_and_sent_in_order()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        var session = new UnitSession(unit.Objects) { Slow = () => Task.Delay(TimeSpan.FromMilliseconds(30), unit.Loop.Time) };
        var driver = Driver(unit, session, null);
        unit.Loop.Run(async () =>
        {
            await driver.PrepareAsync([SpatRow], default);
            for (var i = 0; i < 100; i++)
            {
                _ = driver.ForwardAsync(Message(i), default);
                await Task.Delay(TimeSpan.FromMilliseconds(100), unit.Loop.Time);
            }
        });

        Assert.That(unit.SentMessages, Is.EqualTo(Enumerable.Range(0, 100).Select(i => Convert.ToHexString(Message(i).Payload.Span))));
        Assert.That(session.Sets[0].Select(binding => binding.Name.ToString()[ManagedUnit.Ntcip1218.Length..]), Is.EqualTo(
            ["4.2.1.2.1", "4.2.1.3.1", "4.2.1.8.1", "4.2.1.4.1", "4.2.1.6.1", "4.2.1.7.1", "4.2.1.5.1"]), "the row, in one request");
        Assert.That(session.Sets[^1].Select(binding => binding.Name.ToString()[ManagedUnit.Ntcip1218.Length..]), Is.EqualTo(["4.2.1.8.1", "4.2.1.4.1"]));
    }

    [Test]
    public void A_unit_that_falls_a_second_behind_is_told()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        var session = new UnitSession(unit.Objects);
        var driver = Driver(unit, session, null);
        unit.Loop.Run(async () =>
        {
            await driver.PrepareAsync([SpatRow], default);
            session.Slow = () => Task.Delay(TimeSpan.FromSeconds(1), unit.Loop.Time);
            for (var i = 0; i < 10; i++)
            {
                _ = driver.ForwardAsync(Message(i), default);
            }

            Assert.That(() => driver.ForwardAsync(Message(10), default), Throws.InstanceOf<RigException>().With.Message.Contains("10 messages wait"));
            await Task.Delay(TimeSpan.FromSeconds(11), unit.Loop.Time);
            await driver.ForwardAsync(Message(11), default);
        });
    }

    [Test]
    public void With_an_immediate_forward_port_the_messages_go_as_text()
    {
        using var unit = new ManagedUnit(RsuMib.Rsu41);
        var wire = new MemoryWire(unit.Loop, "ifm", TimeSpan.Zero);
        var relayed = new List<byte[]>();
        wire.B.Received = datagram => relayed.Add(datagram.Bytes.ToArray());
        var driver = Driver(unit, new UnitSession(unit.Objects), wire.A);
        unit.Loop.Run(async () =>
        {
            await driver.PrepareAsync([SpatRow], default);
            await driver.ForwardAsync(Message(0), default);
            await Task.Delay(TimeSpan.FromMilliseconds(10), unit.Loop.Time);
        });
        unit.Forward(relayed.Single());

        Assert.That(unit.SentMessages, Is.EqualTo([Convert.ToHexString(Message(0).Payload.Span)]));
    }

    [TestCase(RsuMib.Rsu41)]
    [TestCase(RsuMib.Ntcip1218)]
    public void A_message_to_store_takes_the_place_of_the_one_of_its_type_and_the_configuration_is_the_same_after(RsuMib mib)
    {
        using var unit = new ManagedUnit(mib);
        var driver = Driver(unit, new UnitSession(unit.Objects), null);
        unit.Loop.Run(async () =>
        {
            var before = await driver.ReadConfigurationAsync(default);
            await driver.StoreAsync(Message(1) with { TxIntervalSeconds = 1 }, default);
            await driver.StoreAsync(Message(2) with { Type = "MAP", TxIntervalSeconds = 1 }, default);
            await Task.Delay(TimeSpan.FromMilliseconds(500), unit.Loop.Time);
            await driver.StoreAsync(Message(3) with { TxIntervalSeconds = 1 }, default);
            unit.Sent.Clear();
            await Task.Delay(TimeSpan.FromSeconds(10.2), unit.Loop.Time);
            Assert.That(await driver.ReadConfigurationAsync(default), Is.EqualTo(before));
        });

        Assert.That(unit.SentMessages.Distinct(StringComparer.Ordinal), Is.EquivalentTo(Enumerable.Range(2, 2).Select(i => Convert.ToHexString(Message(i).Payload.Span))));
        Assert.That(unit.Sent, Has.Count.InRange(20, 22));
    }

    [Test]
    public void What_no_row_has_and_a_unit_that_does_not_answer_are_told_and_the_next_call_goes_on()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        var session = new UnitSession(unit.Objects);
        var driver = Driver(unit, session, null);
        unit.Loop.Run(async () =>
        {
            await driver.PrepareAsync([SpatRow], default);
            Assert.That(
                () => driver.ForwardAsync(Message(0) with { TxChannel = 172 }, default),
                Throws.InstanceOf<RigException>().With.Message.Contains("no immediate-forward row has PSID 0x8002 and channel 172"));
            session.IsSilent = true;
            var failing = driver.ForwardAsync(Message(0), default);
            session.IsSilent = false;
            var next = driver.ForwardAsync(Message(1), default);
            await next;
            Assert.That(failing.Exception?.InnerException?.Message, Is.EqualTo("unit: no answer."));
            await Task.Delay(TimeSpan.FromMilliseconds(10), unit.Loop.Time);
        });

        Assert.That(unit.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void The_receiver_takes_the_form_that_was_asked_for_and_counts_the_others()
    {
        using var unit = new ManagedUnit(RsuMib.Ntcip1218);
        var wire = new MemoryWire(unit.Loop, "rsu1.fwd", TimeSpan.Zero);
        var strict = new ForwardedMessageReceiver(wire.A, ForwardedForm.Dot2Data);
        var received = new List<ForwardedMessage>();
        strict.Received = (message, _) => received.Add(message);
        wire.B.Send(SampleMessages.Wsm(Psid.IntersectionSafety, SampleMessages.Spat).Payload);
        wire.B.Send(Convert.FromHexString(SampleMessages.Spat));
        unit.Wait(0.1);
        Assert.That((strict.Accepted, strict.Refused), Is.EqualTo((1L, 1L)));
        Assert.That(Convert.ToHexString(received.Single().Message.Span), Is.EqualTo(SampleMessages.Spat));
        Assert.That(strict.LastError!.Value.Message, Does.Contain("a bare MessageFrame"));

        var guessing = new ForwardedMessageReceiver(wire.A, null);
        wire.B.Send(Convert.FromHexString(SampleMessages.Spat));
        wire.B.Send(new byte[] { 1, 2, 3 });
        unit.Wait(0.1);
        Assert.That((guessing.Accepted, guessing.Refused), Is.EqualTo((1L, 1L)));
    }

    private static ManagedRoadSideUnitDriver Driver(ManagedUnit unit, UnitSession session, IDatagramPort? port)
    {
        var mib = unit.Objects.Get(HilBench.Wire.Snmp.ObjectId.Parse(ManagedUnit.Rsu41 + "99.0")).IsException ? RsuMib.Ntcip1218 : RsuMib.Rsu41;
        var plan = new RoadSideUnitPlan
        {
            Name = "rsu1",
            Hosting = DeviceHosting.Real,
            Dut = true,
            Defects = [],
            Address = new DeviceAddress("127.0.0.1", System.Collections.Immutable.ImmutableDictionary<string, int>.Empty),
            Mac = [2, 0, 0, 0, 0, 1],
            ProcessingDelay = TimeSpan.Zero,
            Controller = "asc1",
            ForwardRows = [],
        };
        return new ManagedRoadSideUnitDriver(plan, new RsuConfiguration("rsu1", session, new RsuDialect(mib)), port);
    }

    private static ImmediateForwardMessage Message(int number)
    {
        var payload = Convert.FromHexString(number % 2 == 0 ? SampleMessages.Spat : SampleMessages.OtherSpat);
        payload[^1] = (byte)(number << 1);
        return new ImmediateForwardMessage { Type = "SPAT", Psid = Psid.IntersectionSafety, Payload = payload };
    }
}
