using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.UpperTester;

namespace HilBench.Tests.Emulators.Etsi;

/// <summary>CAMs by the rules of EN 302 637-2 V1.4.1 6.1.3.</summary>
internal sealed class CamGenerationTests
{
    [Test]
    public void A_station_at_rest_sends_a_CAM_a_second_and_one_without_fixes_none()
    {
        using var bed = new StationBed();
        bed.Drive(10);
        bed.Loop.Run(() => Task.Delay(TimeSpan.FromSeconds(3), bed.Loop.Time));

        Assert.That(Intervals(bed), Is.All.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(bed.Cams.Count(), Is.EqualTo(11).Within(1));
        Assert.That(bed.Cams.Last().At, Is.LessThan(TimeSpan.FromSeconds(10.6)));
    }

    [TestCase(30, 200)]
    [TestCase(41, 100)]
    [TestCase(10, 500)]
    public void A_CAM_goes_out_as_soon_as_the_station_has_moved_more_than_four_metres(double speed, int milliseconds)
    {
        using var bed = new StationBed();
        bed.Drive(10, speed);

        Assert.That(Intervals(bed).Skip(4), Is.All.EqualTo(TimeSpan.FromMilliseconds(milliseconds)));
    }

    [Test]
    public void A_turn_of_more_than_four_degrees_makes_a_CAM_and_three_without_reason_bring_the_second_back()
    {
        using var bed = new StationBed();
        bed.Drive(10, 1, seconds => seconds is < 3 or > 4 ? 90 : 90 + ((seconds - 3) * 50));

        var intervals = Intervals(bed).Select(interval => interval.TotalMilliseconds).ToArray();
        Assert.That(intervals, Has.Some.EqualTo(100));
        Assert.That(intervals[^1], Is.EqualTo(1000));
        Assert.That(intervals, Is.All.InRange(100, 1000));
    }

    [Test]
    public void The_low_frequency_container_comes_every_half_second_and_its_path_leads_back()
    {
        using var bed = new StationBed();
        bed.Drive(20, 41);

        var low = bed.Cams.Where(cam => cam.Cam.Cam.CamParameters.LowFrequencyContainer is not null).ToArray();
        Assert.That(low.Zip(low.Skip(1), (one, next) => next.At - one.At).Skip(1), Is.All.EqualTo(TimeSpan.FromMilliseconds(500)));
        var path = ((LowFrequencyContainer.BasicVehicleContainerLowFrequency)low[^1].Cam.Cam.CamParameters.LowFrequencyContainer!).Value.PathHistory;
        Assert.That(path, Has.Length.GreaterThan(3));
        Assert.That(path.Select(point => point.PathPosition.DeltaLongitude), Is.All.Negative);
        Assert.That(path.Select(point => point.PathPosition.DeltaLatitude), Is.All.Zero);
    }

    [Test]
    public void Times_are_of_TAI_since_2004_and_the_header_says_who_and_where()
    {
        using var bed = new StationBed();
        bed.Drive(1, 20);

        // 2026-07-01T12:00:00Z is 8217 days and a half after 2004-01-01, and five leap seconds.
        const long Milliseconds = (8217L * 86_400_000) + 43_200_000 + 5000;
        var (at, cam) = bed.Cams.First();
        var header = (SingleHopBroadcast)StationBed.Pdu(bed.Frames[0].Frame).Extended!;
        Assert.Multiple(() =>
        {
            Assert.That(cam.Cam.GenerationDeltaTime, Is.EqualTo((int)((Milliseconds + (long)at.TotalMilliseconds) % 65_536)));
            Assert.That(header.Source.Timestamp, Is.EqualTo((Milliseconds + (long)at.TotalMilliseconds) % (1L << 32)));
            Assert.That(header.Source.Address.MacAddress.Span.ToArray(), Is.EqualTo(StationBed.Mac));
            Assert.That(header.Source.Latitude, Is.EqualTo(480_000_000));
            Assert.That(cam.Header.StationID, Is.EqualTo(StationBed.StationId));
            Assert.That(cam.Cam.CamParameters.BasicContainer.ReferencePosition.Altitude.AltitudeValue, Is.EqualTo(54_600));
        });
    }

    [Test]
    public void A_road_side_unit_sends_a_CAM_a_second_with_its_own_container()
    {
        using var bed = new StationBed(stationType: 15);
        bed.Drive(5, 30);

        Assert.That(Intervals(bed), Is.All.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(bed.Cams.Select(cam => cam.Cam.Cam.CamParameters.HighFrequencyContainer), Is.All.TypeOf<HighFrequencyContainer.RsuContainerHighFrequency>());
    }

    [Test]
    public void A_station_without_CAMs_sends_a_beacon_every_three_seconds()
    {
        using var bed = new StationBed(sendsCams: false);
        bed.Drive(10);

        Assert.That(bed.Frames.Select(frame => StationBed.Pdu(frame.Frame).Common!.HeaderType), Is.All.EqualTo(HeaderTypeValues.Beacon));
        Assert.That(bed.Frames.Zip(bed.Frames.Skip(1), (one, next) => next.At - one.At), Has.Exactly(3).EqualTo(TimeSpan.FromSeconds(3)).And.None.LessThan(TimeSpan.FromSeconds(3)));
    }

    [Test]
    public void The_Upper_Tester_switches_CAMs_off_where_the_profile_has_that()
    {
        using var bed = new StationBed(profile: "fsmsgtool");
        bed.Drive(2);
        bed.Ask(new CamTrigger(UpperTesterMessageType.CamState, 0), seconds: 0.1);
        var before = bed.Cams.Count();
        bed.Drive(5);

        Assert.That(before, Is.GreaterThan(0));
        Assert.That(bed.Cams.Count(), Is.EqualTo(before));
    }

    private static TimeSpan[] Intervals(StationBed bed)
    {
        var times = bed.Cams.Select(cam => cam.At).ToArray();
        return [.. times.Zip(times.Skip(1), (one, next) => next - one)];
    }
}
