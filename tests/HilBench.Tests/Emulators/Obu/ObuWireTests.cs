using HilBench.Drivers;
using HilBench.Drivers.VehicleBus;
using HilBench.Emulators;
using HilBench.Emulators.Obu;
using HilBench.Links;
using HilBench.Tests.Drivers;
using HilBench.Tests.Wire.VehicleBus;
using HilBench.Wire.J2735;
using HilBench.Wire.Nmea;
using HilBench.Wire.VehicleBus;

namespace HilBench.Tests.Emulators.Obu;

/// <summary>An OBU on lines in memory under the virtual clock: positions and vehicle bus go in, BSMs come out.</summary>
internal sealed class ObuWireTests
{
    private const double Separation = -34.2;
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public void A_receivers_stream_becomes_BSMs_with_height_above_the_ellipsoid()
    {
        var core = Run(NmeaStyle.Usual)[^1].CoreData;

        Assert.That(core.Elev, Is.EqualTo(2500), "250 m above the ellipsoid: mean sea level and geoid separation added up");
        Assert.That(core.Speed, Is.EqualTo(500));
        Assert.That(core.Heading, Is.EqualTo(7200));
        Assert.That((core.Accuracy.SemiMajor, core.Accuracy.SemiMinor), Is.EqualTo((10, 10)), "0.5 m of GST in steps of 5 cm");
        Assert.That((core.Transmission, core.Angle), Is.EqualTo((TransmissionState.Unavailable, 127)), "no vehicle bus");
    }

    [Test]
    public void A_unit_that_takes_altitude_for_height_is_wrong_by_the_geoid_separation() =>
        Assert.That(Run(NmeaStyle.Usual, "gnss-msl-as-ellipsoid")[^1].CoreData.Elev, Is.EqualTo(2842));

    [TestCase("gnss-gp-only", "GN", true, false)]
    [TestCase("gnss-gp-only", "GP", true, true)]
    [TestCase("gnss-needs-mode-letter", "GN", false, false)]
    [TestCase("gnss-needs-mode-letter", "GN", true, true)]
    public void A_unit_is_silent_when_it_does_not_take_its_receivers_sentences(string personality, string talker, bool modeLetter, bool speaks) =>
        Assert.That(Run(new NmeaStyle { Talker = talker, ModeLetter = modeLetter }, personality), speaks ? Is.Not.Empty : Is.Empty);

    [Test]
    public void A_unit_at_9600_baud_starves_on_ten_epochs_a_second()
    {
        var starved = Run(NmeaStyle.Usual, "gnss-9600-baud");

        Assert.That(starved, Has.Count.LessThan(Run(NmeaStyle.Usual).Count / 2));
    }

    [Test]
    public void A_unit_that_takes_a_position_once_a_second_repeats_it_in_between()
    {
        var all = Run(NmeaStyle.Usual);
        var repeated = Run(NmeaStyle.Usual, "gnss-1-hz");

        using var scope = Assert.EnterMultipleScope();
        Assert.That(repeated, Has.Count.EqualTo(all.Count), "it goes on sending");
        Assert.That(all.Select(bsm => bsm.CoreData.Long).Distinct().Count(), Is.GreaterThan(30));
        Assert.That(repeated.Select(bsm => bsm.CoreData.Long).Distinct().Count(), Is.EqualTo(4), "in four seconds");
    }

    [Test]
    public void The_vehicle_bus_fills_brakes_gear_steering_lights_and_events()
    {
        var bsm = Run(NmeaStyle.Usual, new VehicleBusState
        {
            Brake = true,
            Abs = VehicleControl.Engaged,
            TractionControl = VehicleControl.On,
            StabilityControl = VehicleControl.Off,
            SteeringWheelDegrees = -30,
            Acceleration = -5,
            Gear = VehicleGear.Forward,
            Lights = VehicleLights.Hazard | VehicleLights.LowBeam,
        })[^1];
        var safety = (VehicleSafetyExtensions)bsm.PartII!.Value[0].PartIIValue;

        using var scope = Assert.EnterMultipleScope();
        Assert.That(bsm.CoreData.Brakes.WheelBrakes.ToString(), Is.EqualTo("01111"));
        Assert.That(bsm.CoreData.Brakes.Abs, Is.EqualTo(AntiLockBrakeStatus.Engaged));
        Assert.That(bsm.CoreData.Brakes.Traction, Is.EqualTo(TractionControlStatus.On));
        Assert.That(bsm.CoreData.Brakes.Scs, Is.EqualTo(StabilityControlStatus.Off));
        Assert.That(bsm.CoreData.Transmission, Is.EqualTo(TransmissionState.ForwardGears));
        Assert.That(bsm.CoreData.Angle, Is.EqualTo(-20));
        Assert.That(bsm.CoreData.AccelSet.Long, Is.EqualTo(-500));
        Assert.That(safety.Lights?.ToString(), Is.EqualTo("100010000"));
        Assert.That(safety.Events?.ToString(), Is.EqualTo("1010000100000"), "hazard, ABS, hard braking");
    }

    [Test]
    public void Without_events_the_element_is_left_out_and_braking_just_under_the_limit_is_none()
    {
        var bsm = Run(NmeaStyle.Usual, new VehicleBusState { Brake = false, Abs = VehicleControl.On, Acceleration = -3.9, Gear = VehicleGear.Park })[^1];

        Assert.That(bsm.CoreData.Brakes.WheelBrakes.ToString(), Is.EqualTo("00000"));
        Assert.That(bsm.PartII is { } parts ? ((VehicleSafetyExtensions)parts[0].PartIIValue).Events : null, Is.Null);
    }

    [Test]
    public void A_bus_that_falls_silent_is_unavailable_a_second_later()
    {
        var bsms = Run(NmeaStyle.Usual, new VehicleBusState { Brake = true }, pullAfter: TimeSpan.FromSeconds(2));

        Assert.That(bsms[15].CoreData.Brakes.WheelBrakes.ToString(), Is.EqualTo("01111"));
        Assert.That(bsms[^1].CoreData.Brakes.WheelBrakes.ToString(), Is.EqualTo("10000"));
    }

    [Test]
    public void A_personality_that_is_not_known_is_refused() =>
        Assert.That(() => Run(NmeaStyle.Usual, "no-such"), Throws.ArgumentException.With.Message.Contains("'no-such' is no personality of a device of kind obu"));

    private static List<BasicSafetyMessage> Run(NmeaStyle style, params string[] personalities) => Run(style, null, null, personalities);

    private static List<BasicSafetyMessage> Run(NmeaStyle style, VehicleBusState? bus, TimeSpan? pullAfter = null, params string[] personalities)
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var gnss = new MemoryStreamWire(loop, "gnss", TimeSpan.FromMilliseconds(1));
        var can = new MemoryStreamWire(loop, "can", TimeSpan.FromMilliseconds(1), left => 5);
        var air = new MemoryWire(loop, "air", TimeSpan.FromMilliseconds(1));
        var unit = new ObuEmulator(
            loop,
            new ObuSettings([2, 0, 0, 0, 0, 9], 1.9, 4.7, [], 7) { Personalities = [.. personalities] },
            new ObuLinks
            {
                Air = air.A,
                GnssLine = gnss.B,
                VehicleBus = bus is null ? null : can.B,
                VehicleBusDescription = DbcFileTests.Default,
            });
        var received = new List<BasicSafetyMessage>();
        air.B.Received = datagram => received.Add((BasicSafetyMessage)AirReceiver.Message(datagram)!);
        var receiver = new GnssReceiverDriver(SamplePlan.OnBoardUnit, gnss.A, style, Separation);
        loop.Run(async () =>
        {
            var host = new SlcanHost(loop, can.A);
            using var driver = new VehicleBusDriver(loop, SamplePlan.OnBoardUnit, host, DbcFileTests.Default);
            if (bus is not null)
            {
                await host.OpenAsync();
                driver.Report(bus);
            }

            if (pullAfter is { } time)
            {
                loop.Schedule(loop.Now + time, can.Pull);
            }

            using var running = unit.Start(loop.Now);
            for (var i = 0; i < 40; i++)
            {
                receiver.Report(new GnssFix(loop.Now.ToUtc(), 42.3, -83.7 + (i * 1e-5), 250, 0, 10, 90));
                await Task.Delay(TimeSpan.FromMilliseconds(100), loop.Time);
            }

            Assert.That(driver.Fault, pullAfter is null ? Is.Null : Does.Contain("pulled"));
        });
        return received;
    }
}
