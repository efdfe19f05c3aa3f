using HilBench.Running;
using HilBench.Scenarios;
using HilBench.Wire.VehicleBus;

namespace HilBench.Tests.Running;

internal sealed class VehicleSensorsTests
{
    private static readonly Scenario Short = ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"));

    [Test]
    public void A_vehicle_brakes_on_its_bus_while_it_slows_down_and_while_it_stands()
    {
        var world = new World(Short);
        var sensors = new VehicleSensors();
        var (braked, stood, drove) = (0, 0, 0);
        var before = 0.0;
        for (var step = 1; step < 900; step++)
        {
            world.Step(step * World.Tick, phase => phase == 5 && step > 600 ? SignalLight.Green : SignalLight.Red);
            if (world.OnSite.Count == 0)
            {
                continue;
            }

            var state = sensors.Read(world.OnSite[0]);
            Assert.That(state.SpeedMetresPerSecond, Is.EqualTo(world.OnSite[0].Speed));
            if (step > 100 && world.OnSite[0].Speed < before - 0.05)
            {
                braked++;
                Assert.That(state.Brake, Is.True);
                Assert.That(state.Acceleration, Is.LessThan(-0.5));
            }
            else if (world.OnSite[0].Speed == 0)
            {
                stood++;
                Assert.That(state.Brake, Is.True);
            }
            else if (world.OnSite[0].Speed > before)
            {
                drove++;
                Assert.That(state.Brake, Is.False);
            }

            before = world.OnSite[0].Speed;
        }

        Assert.That(new[] { braked, stood, drove }, Is.All.Positive);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_vehicle_that_turns_steers_and_blinks_to_that_side_and_straightens_behind_the_curve(bool right)
    {
        var trip = Turning(right);
        var world = new World(Short with { Vehicles = [trip] });
        var sensors = new VehicleSensors();
        var states = new List<VehicleBusState>();
        for (var step = 1; step < 1200 && (states.Count == 0 || world.OnSite.Count > 0); step++)
        {
            world.Step(step * World.Tick, _ => SignalLight.Green);
            states.AddRange(world.OnSite.Select(sensors.Read));
        }

        var side = right ? VehicleLights.RightTurn : VehicleLights.LeftTurn;
        var other = right ? VehicleLights.LeftTurn : VehicleLights.RightTurn;
        var shown = states.FindIndex(state => (state.Lights & side) != 0);
        var steered = states.FindIndex(state => Math.Abs(state.SteeringWheelDegrees!.Value) > 20);
        Assert.That(states, Has.None.Matches<VehicleBusState>(state => (state!.Lights & other) != 0));
        Assert.That((shown, steered), Is.Not.EqualTo((-1, -1)));
        Assert.That(shown, Is.InRange(1, steered), "the light comes before the wheel");
        Assert.That(Math.Sign(states[steered].SteeringWheelDegrees!.Value), Is.EqualTo(right ? 1 : -1));
        Assert.That((states[^1].Lights, states[^1].SteeringWheelDegrees), Is.EqualTo((VehicleLights.LowBeam, 0.0)));
    }

    private static VehicleTrip Turning(bool right)
    {
        var trip = Short.Vehicles[0] with { Enters = TimeSpan.Zero, Waits = TimeSpan.Zero, Stays = TimeSpan.Zero };
        return Short.Site.Connections
            .Select(way => trip with { From = way.From, To = way.To })
            .First(way => new RoutePath(Short.Site.FindLane(way.From)!, Short.Site.FindLane(way.To)!).TurnsBy is var turn && (right ? turn > 45 : turn < -45));
    }
}
