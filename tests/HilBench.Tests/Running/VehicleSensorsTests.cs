using HilBench.Running;
using HilBench.Scenarios;

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
}
