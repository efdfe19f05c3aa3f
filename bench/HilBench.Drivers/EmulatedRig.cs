using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Scenarios;

namespace HilBench.Drivers;

/// <summary>Opens a rig whose devices are all emulated: hosts the emulators in this process, on the run's event loop.</summary>
public static class EmulatedRig
{
    /// <summary>Lays the links, makes the emulators and the drivers.</summary>
    /// <param name="plan">What the rig file says.</param>
    /// <param name="scenario">Site, signal plans, vehicles and seed, which emulators are set up with.</param>
    /// <param name="loop">The run's event loop.</param>
    /// <param name="links">What carries the bytes.</param>
    /// <param name="sink">Takes what the taps observe.</param>
    /// <returns>The open rig; its devices do nothing before it is started.</returns>
    /// <exception cref="LinkException">A port is in use or an address is not of this machine.</exception>
    public static async Task<Rig> OpenAsync(RigPlan plan, Scenario scenario, EventLoop loop, LinkKind links, Action<TapFrame> sink)
    {
        var wiring = new RigWiring(loop, links, sink);
        var hosting = new EmulatorHosting(loop, scenario, wiring);
        try
        {
            var devices = plan.Devices.Select((device, index) => hosting.Open(new PlacedDevice(device, index))).ToImmutableArray();
            return new Rig(plan, devices, hosting.Start, [.. wiring.Watches], [.. wiring.Opened]);
        }
        catch (LinkException)
        {
            foreach (var link in wiring.Opened)
            {
                await link.DisposeAsync();
            }

            throw;
        }
    }
}
