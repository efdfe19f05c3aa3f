using HilBench.Rigs;
using HilBench.Scenarios;

namespace HilBench.Running;

/// <summary>Whether a rig has the devices that a scenario names.</summary>
public static class RigFit
{
    /// <summary>Checks all devices that the scenario names.</summary>
    /// <exception cref="RunException">One is not there, or cannot do what is asked of it; the message names all of them.</exception>
    public static void Check(Scenario scenario, RigPlan rig)
    {
        var faults = scenario.Vehicles.Where(trip => trip.Device is { } device && !Has<OnBoardUnitPlan>(rig, device) && !Has<EtsiStationPlan>(rig, device))
            .Select(trip => $"vehicle '{trip.Name}' needs an on-board unit or station '{trip.Device}'")
            .Concat(scenario.Forwards.Where(series => !Has<RoadSideUnitPlan>(rig, series.Device))
                .Select(series => $"forwarding needs a road-side unit '{series.Device}'"))
            .Concat(rig.Devices.OfType<SignalControllerPlan>().Count() == 1 ? [] : ["it needs exactly one signal controller"])
            .ToArray();
        if (faults.Length > 0)
        {
            var devices = string.Join(", ", rig.Devices.Select(device => $"{device.Name} ({device.Kind})"));
            throw new RunException(
                $"The rig '{rig.Name}' does not fit the scenario '{scenario.Name}': {string.Join("; ", faults)}. It has {devices}. "
                + "Change the names in the scenario, or take another rig.");
        }
    }

    private static bool Has<T>(RigPlan rig, string name)
        where T : DevicePlan => rig.Devices.OfType<T>().Any(device => device.Name == name);
}
