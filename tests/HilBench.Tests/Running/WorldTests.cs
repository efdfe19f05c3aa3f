using HilBench.Running;
using HilBench.Scenarios;

namespace HilBench.Tests.Running;

internal sealed class WorldTests
{
    private static readonly Scenario Short = ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"));

    [Test]
    public void A_vehicle_comes_calls_its_phase_waits_for_its_light_and_goes()
    {
        var world = new World(Short);
        var called = new List<int>();
        var stopped = false;
        var present = 0;
        for (var step = 1; step < 1800; step++)
        {
            var elapsed = step * World.Tick;
            world.Step(elapsed, phase => phase == 5 && elapsed > TimeSpan.FromSeconds(60) ? SignalLight.Green : SignalLight.Red);
            present += world.OnSite.Count;
            if (world.OccupiedDetectors() != 0)
            {
                called.Add(world.OccupiedDetectors());
                stopped |= world.OnSite[0].Speed == 0;
            }
        }

        using var scope = Assert.EnterMultipleScope();
        Assert.That(called.Distinct(), Is.EqualTo([1 << 4]), "northbound left is phase 5");
        Assert.That(stopped, "stopped at red");
        Assert.That(world.OnSite, Is.Empty, "gone at the end");
        Assert.That(present, Is.InRange(700, 1100), "tenths of a second on the site");
    }

    [Test]
    public void Vehicles_queue_at_a_red_and_none_drives_into_another()
    {
        var world = new World(ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/queue.yaml")));
        var least = double.PositiveInfinity;
        for (var step = 1; step < 1200; step++)
        {
            var elapsed = step * World.Tick;
            world.Step(elapsed, _ => elapsed > TimeSpan.FromSeconds(50) ? SignalLight.Green : SignalLight.Red);
            foreach (var (behind, ahead) in world.OnSite.Where(behind => behind.Distance > 0).SelectMany(behind => world.OnSite.Select(ahead => (behind, ahead))))
            {
                least = behind.Follow(ahead) is { } leader ? Math.Min(least, leader.GapMetres) : least;
            }

            if (elapsed == TimeSpan.FromSeconds(49))
            {
                Assert.That(world.OnSite.Select(vehicle => vehicle.Speed), Is.EqualTo([0, 0, 0, 0, 0]));
                Assert.That(world.OnSite.Select(vehicle => Math.Round(vehicle.ToStopLine, 1)), Is.EqualTo([1.0, 7.6, 14.3, 28.3, 35.0]).Within(0.2), "lengths and gaps of 2 m add up");
            }
        }

        Assert.That(least, Is.Positive);
        Assert.That(world.OnSite, Is.Empty, "all drive on at green");
    }

    [Test]
    public void Vehicles_that_come_at_once_are_there_at_once_and_drive_off_one_behind_the_other()
    {
        var trip = Short.Vehicles[0];
        var world = new World(Short with { Vehicles = [trip, trip with { Name = "car2", Device = null }, trip with { Name = "car3", Device = "obu3" }] });
        for (var step = 1; step < 250; step++)
        {
            world.Step(step * World.Tick, _ => SignalLight.Red);
            Assert.That(world.OnSite, Has.Count.EqualTo(step * World.Tick >= trip.Enters ? 3 : 0));
        }

        Assert.That(world.OnSite.Select(vehicle => vehicle.Trip.Name), Is.EqualTo(["car1", "car2", "car3"]));
        Assert.That(world.OnSite.Zip(world.OnSite.Skip(1), (ahead, behind) => ahead.Distance - behind.Distance), Is.All.GreaterThan(6.5), "a length and a gap");
    }

    [Test]
    public void A_vehicle_that_ignores_its_signal_drives_through_red_and_the_other_stops()
    {
        var world = new World(ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/red-light-runner.yaml")));
        for (var step = 1; step < 260; step++)
        {
            world.Step(step * World.Tick, _ => SignalLight.Red);
        }

        using var scope = Assert.EnterMultipleScope();
        Assert.That(world.OnSite.Single(vehicle => vehicle.Trip.Name == "van").ToStopLine, Is.LessThan(-20));
        Assert.That(world.OnSite.Single(vehicle => vehicle.Trip.Name == "car").Speed, Is.Zero);
    }

    [TestCase(false, 1)]
    [TestCase(true, -1)]
    public void Only_a_vehicle_that_ignores_traffic_closes_in_on_a_slow_one(bool ignores, int sign)
    {
        var trip = Short.Vehicles[0];
        var world = new World(Short with
        {
            Vehicles = [trip with { Device = null, Speed = 2, Waits = TimeSpan.Zero }, trip with { Speed = 14, Waits = TimeSpan.Zero, Enters = trip.Enters + TimeSpan.FromSeconds(5), IgnoresTraffic = ignores }],
        });
        for (var step = 1; step < 200; step++)
        {
            world.Step(step * World.Tick, _ => SignalLight.Green);
        }

        Assert.That((world.OnSite[0].Distance - world.OnSite[1].Distance) * sign, Is.Positive);
    }

    [Test]
    public void A_second_trip_of_one_unit_waits_until_the_first_is_over()
    {
        var trip = Short.Vehicles[0];
        var world = new World(Short with { Vehicles = [trip, trip with { Name = "car2", Enters = trip.Enters + TimeSpan.FromSeconds(1) }] });
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var step = 1; step < 1800; step++)
        {
            world.Step(step * World.Tick, _ => SignalLight.Green);
            Assert.That(world.OnSite, Has.Count.LessThanOrEqualTo(1));
            seen.UnionWith(world.OnSite.Select(vehicle => vehicle.Trip.Name));
        }

        Assert.That(seen, Is.EquivalentTo(["car1", "car2"]));
    }
}
