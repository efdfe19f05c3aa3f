using HilBench.Asn1;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Wire.J2735;

internal sealed class QuantityTests
{
    private static readonly DateTimeOffset Reference = new(2026, 11, 23, 16, 59, 30, TimeSpan.Zero);

    [TestCase(0, 0.0)]
    [TestCase(695, 13.9)]
    [TestCase(8190, 163.8)]
    [TestCase(8191, null)]
    [TestCase(-1, null)]
    public void Speed_has_steps_of_two_centimetres_a_second(int raw, double? metresPerSecond)
    {
        Assert.That(Speed.ToMetresPerSecond(raw), Is.EqualTo(metresPerSecond));
        if (raw >= 0)
        {
            Assert.That(Speed.FromMetresPerSecond(metresPerSecond), Is.EqualTo(raw));
        }
    }

    [TestCase(0.0, 0)]
    [TestCase(90.0, 7200)]
    [TestCase(359.9875, 28_799)]
    [TestCase(359.996, 0)]
    [TestCase(360.0, 0)]
    [TestCase(-90.0, 21_600)]
    [TestCase(725.0, 400)]
    [TestCase(-1e-12, 0)]
    [TestCase(null, 28_800)]
    public void Heading_goes_round_the_circle_and_never_becomes_unavailable(double? degrees, int raw) =>
        Assert.That(Heading.FromDegrees(degrees), Is.EqualTo(raw));

    [Test]
    public void What_lies_beyond_the_range_becomes_its_end()
    {
        Assert.That(Acceleration.FromMetresPerSecondSquared(-31), Is.EqualTo(-2000));
        Assert.That(VerticalAcceleration.FromStandardGravity(9), Is.EqualTo(127));
        Assert.That(SteeringWheelAngle.FromDegrees(720), Is.EqualTo(126));
        Assert.That(Elevation.FromMetres(-1000), Is.EqualTo(-4095));
        Assert.That(Speed.FromMetresPerSecond(500), Is.EqualTo(8190));
        Assert.That(Latitude.FromDegrees(90.1), Is.EqualTo(900_000_000));
    }

    [Test]
    public void Null_is_unavailable_and_not_a_number_is_refused()
    {
        Assert.That(Latitude.FromDegrees(null), Is.EqualTo(900_000_001));
        Assert.That(Longitude.FromDegrees(null), Is.EqualTo(1_800_000_001));
        Assert.That(Elevation.FromMetres(null), Is.EqualTo(-4096));
        Assert.That(VerticalAcceleration.FromStandardGravity(null), Is.EqualTo(-127));
        Assert.That(SteeringWheelAngle.FromDegrees(null), Is.EqualTo(127));
        Assert.That(Acceleration.FromMetresPerSecondSquared(null), Is.EqualTo(2001));
        Assert.That(() => Longitude.FromDegrees(double.NaN), Throws.ArgumentException.With.Message.Contains("unavailable"));
        Assert.That(() => YawRate.FromDegreesPerSecond(double.NaN), Throws.ArgumentException);
    }

    [Test]
    public void Every_number_of_a_scale_is_its_own_quantitys_number()
    {
        for (var raw = -1_800_000_000; raw < 1_790_000_000; raw += 9_973_111)
        {
            Assert.That(Longitude.FromDegrees(Longitude.ToDegrees(raw)), Is.EqualTo(raw is < -1_799_999_999 ? Longitude.Unavailable : raw));
        }

        for (var raw = -32_767; raw <= 32_767; raw++)
        {
            Assert.That(YawRate.FromDegreesPerSecond(YawRate.ToDegreesPerSecond(raw)!.Value), Is.EqualTo(raw));
            Assert.That(Centimetres.FromMetres(Centimetres.ToMetres(raw)), Is.EqualTo(raw));
        }

        for (var raw = 0; raw < Heading.Unavailable; raw++)
        {
            Assert.That(Heading.FromDegrees(Heading.ToDegrees(raw)), Is.EqualTo(raw));
        }
    }

    [TestCase(0, "2026-11-23T17:00:00.0Z")]
    [TestCase(35_990, "2026-11-23T16:59:59.0Z")]
    [TestCase(17_400, "2026-11-23T17:29:00.0Z")]
    [TestCase(17_999, "2026-11-23T16:29:59.9Z")]
    [TestCase(18_001, "2026-11-23T16:30:00.1Z")]
    [TestCase(36_000, null)]
    [TestCase(36_001, null)]
    [TestCase(36_111, null)]
    [TestCase(-1, null)]
    public void A_time_mark_is_the_nearest_such_time(int raw, string? expected) =>
        Assert.That(TimeMark.ToUtc(raw, Reference), Is.EqualTo(expected is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(expected, null)));

    [Test]
    public void A_time_mark_stays_the_nearest_time_for_every_second_of_two_hours()
    {
        for (var second = 0; second < 7200; second++)
        {
            var reference = Reference.AddSeconds(second);
            foreach (var seconds in (ReadOnlySpan<double>)[-1799.9, -60, 0, 0.1, 90, 1799.9])
            {
                var time = reference.AddSeconds(seconds);
                Assert.That(TimeMark.ToUtc(TimeMark.FromUtc(time), reference), Is.EqualTo(time));
            }
        }
    }

    [Test]
    public void Times_of_a_message_come_from_utc()
    {
        var time = new DateTimeOffset(2026, 11, 23, 18, 59, 30, 245, TimeSpan.FromHours(2));

        Assert.That(TimeMark.FromUtc(time), Is.EqualTo(35_702));
        Assert.That(DSecond.FromUtc(time), Is.EqualTo(30_245));
        Assert.That(MinuteOfTheYear.FromUtc(time), Is.EqualTo((326 * 1440) + (16 * 60) + 59));
        Assert.That(MinuteOfTheYear.ToUtc(MinuteOfTheYear.FromUtc(time), 2026), Is.EqualTo(new DateTimeOffset(2026, 11, 23, 16, 59, 0, TimeSpan.Zero)));
        Assert.That(MinuteOfTheYear.ToUtc(366 * 1440 - 1, 2026), Is.Null);
        Assert.That(MinuteOfTheYear.ToUtc(366 * 1440 - 1, 2028), Is.EqualTo(new DateTimeOffset(2028, 12, 31, 23, 59, 0, TimeSpan.Zero)));
        Assert.That(DSecond.ToTimeIntoMinute(60_999), Is.EqualTo(TimeSpan.FromMilliseconds(60_999)));
        Assert.That(DSecond.ToTimeIntoMinute(61_000), Is.Null);
    }

    [TestCase("speed", "Speed", 695, "13.9 m/s")]
    [TestCase("speed", "Velocity", 8191, "unavailable")]
    [TestCase("lat", "Latitude", 404_106_030, "40.410603 °")]
    [TestCase("lat", "Latitude", 900_000_001, "unavailable")]
    [TestCase("angle", "SteeringWheelAngle", -126, "≤ -189 °")]
    [TestCase("semiMajor", "SemiMajorAxisAccuracy", 254, "≥ 12.7 m")]
    [TestCase("secMark", "DSecond", 60_500, "60.500 s (leap second)")]
    [TestCase("secMark", "DSecond", 61_000, "reserved")]
    [TestCase("moy", "MinuteOfTheYear", 527_040, "unavailable")]
    [TestCase("moy", "MinuteOfTheYear", 1441, "day 2, 00:01 UTC")]
    [TestCase("minEndTime", "TimeMark", 14_146, "23 min 34.6 s past the hour")]
    [TestCase("minEndTime", "TimeMark", 36_001, "unknown (2016 edition)")]
    [TestCase("minEndTime", "TimeMark", 36_050, "reserved")]
    [TestCase("dWidth", "Offset-B10", 50, "50 cm")]
    [TestCase("dElevation", "Offset-B10", 50, "5 m")]
    [TestCase("width", "VehicleWidth", 0, "unavailable")]
    [TestCase("radiusOfCurve", "RadiusOfCurvature", 32_767, "straight")]
    [TestCase("msgCnt", "MsgCount", 5, null)]
    [TestCase("heading", "Heading", 28_801, null)]
    public void A_decoded_number_is_told_with_its_unit(string member, string type, int raw, string? expected) =>
        Assert.That(J2735Units.Describe(member, type, raw), Is.EqualTo(expected));

    [Test]
    public void Only_whole_numbers_have_units()
    {
        Assert.That(J2735Units.Describe(new DecodeNode("speed", "Speed", 0, 13, "", "100", "(0..8191)", [])), Is.EqualTo("2 m/s"));
        Assert.That(J2735Units.Describe(new DecodeNode("status", "IntersectionStatusObject", 0, 16, "", "0000", null, [])), Is.Null);
        Assert.That(J2735Units.Describe(new DecodeNode("speed", "Speed", 0, 13, "", "", null, [])), Is.Null);
    }
}
