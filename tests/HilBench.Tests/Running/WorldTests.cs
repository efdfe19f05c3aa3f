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
