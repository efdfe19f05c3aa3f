using HilBench.Geometry;
using HilBench.Running;
using HilBench.Scenarios;

namespace HilBench.Tests.Running;

internal sealed class VehicleTests
{
    private const double Step = 0.1;

    private static readonly Site Site = SiteFile.Read(Repository.PathOf("fixtures/sites/four-leg.yaml"));

    [Test]
    public void A_vehicle_stays_on_its_lanes_and_its_curve([Values(7, 11, 15)] int to)
    {
        var vehicle = Drive(from: to == 7 ? 1 : 2, to);
        var (ingress, egress) = (Site.FindLane(vehicle.Trip.From)!, Site.FindLane(to)!);
        var before = vehicle.Place;
        for (var i = 0; i < 1000 && !vehicle.Gone; i++)
        {
            vehicle.Step(Step, SignalLight.Green);
            var place = vehicle.Place;

            var inside = Math.Max(Math.Abs(place.Point.East), Math.Abs(place.Point.North)) < 14.001;
            Assert.That(inside || Offset(ingress, place.Point) < 0.01 || Offset(egress, place.Point) < 0.01, $"at {place.Point}");
            Assert.That(place.Point.DistanceTo(before.Point), Is.LessThan(1.6), "moved in one step");
            Assert.That(Math.Abs(((place.Heading - before.Heading + 540) % 360) - 180), Is.LessThan(12), $"turned in one step at {place.Point}");
            before = place;
        }

        Assert.That(vehicle.Gone);
        Assert.That(before.Point.DistanceTo(egress.Path[^1]), Is.LessThan(0.01));
    }

    [Test]
    public void At_red_it_stops_before_the_stop_line_and_goes_at_green()
    {
        var vehicle = Drive(from: 2, to: 11);
        Steps(vehicle, 60, SignalLight.Red);

        Assert.That(vehicle.Speed, Is.Zero);
        Assert.That(vehicle.ToStopLine, Is.InRange(0.5, 1.2));

        Steps(vehicle, 10, SignalLight.Green);

        Assert.That(vehicle.PastStopLine);
        Assert.That(vehicle.Speed, Is.GreaterThan(5));
    }

    /// <summary>Whenever the light turns: either it stops, or it passes within the shortest yellow (3 s); it never brakes harder than 3.5 m/s².</summary>
    [Test]
    public void It_passes_no_stop_line_at_red_whenever_the_light_turns([Range(60, 140, 1)] int yellowFromStep)
    {
        var vehicle = Drive(from: 2, to: 11);
        for (var i = 0; i < 300; i++)
        {
            var light = i < yellowFromStep ? SignalLight.Green : i < yellowFromStep + 30 ? SignalLight.Yellow : SignalLight.Red;
            var (was, speed) = (vehicle.PastStopLine, vehicle.Speed);
            vehicle.Step(Step, light);

            Assert.That(vehicle.PastStopLine && !was && light == SignalLight.Red, Is.False, $"passed at red, step {i}");
            Assert.That((speed - vehicle.Speed) / Step, Is.LessThan(3.51), $"braking in step {i}");
        }
    }

    [Test]
    public void It_turns_no_faster_than_a_driver_would()
    {
        var vehicle = Drive(from: 2, to: 15);
        var fastest = 0.0;
        for (var i = 0; i < 600; i++)
        {
            vehicle.Step(Step, SignalLight.Green);
            if (vehicle.Place.Point is { East: > 5.5 and < 13.5, North: < -5.5 and > -13.5 })
            {
                fastest = Math.Max(fastest, vehicle.Speed);
            }
        }

        Assert.That(fastest, Is.InRange(2.5, 6.0));
    }

    [Test]
    public void It_waits_and_stays_as_long_as_the_trip_says()
    {
        var vehicle = Drive(from: 2, to: 11, waits: 3, stays: 5);
        Steps(vehicle, 3, SignalLight.Green);

        Assert.That(vehicle.Distance, Is.Zero);

        Steps(vehicle, 60, SignalLight.Green);

        Assert.That(vehicle.Gone);
    }

    private static Vehicle Drive(int from, int to, double waits = 0, double stays = 2) => new(
        new VehicleTrip
        {
            Name = "car1",
            Device = "obu1",
            From = from,
            To = to,
            Enters = TimeSpan.Zero,
            Waits = TimeSpan.FromSeconds(waits),
            Stays = TimeSpan.FromSeconds(stays),
            Speed = 50 / 3.6,
            Length = 4.6,
            Width = 1.9,
        },
        new RoutePath(Site.FindLane(from)!, Site.FindLane(to)!));

    private static void Steps(Vehicle vehicle, double seconds, SignalLight light)
    {
        for (var i = 0; i < seconds / Step; i++)
        {
            vehicle.Step(Step, light);
        }
    }

    private static double Offset(Lane lane, LocalPoint point)
    {
        var (a, b) = (lane.Path[0], lane.Path[^1]);
        var along = Math.Clamp(
            (((point.East - a.East) * (b.East - a.East)) + ((point.North - a.North) * (b.North - a.North))) / Math.Pow(a.DistanceTo(b), 2), 0, 1);
        return a.Towards(b, along).DistanceTo(point);
    }
}
