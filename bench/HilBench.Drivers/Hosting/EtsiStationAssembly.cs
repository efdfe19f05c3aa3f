using System.Collections.Immutable;
using HilBench.Drivers.UpperTester;
using HilBench.Emulators.Hosting;
using HilBench.Rigs;
using HilBench.Wire.UpperTester;

namespace HilBench.Drivers.Hosting;

/// <summary>Makes the drivers of an ETSI ITS station: its GNSS input and its Upper Tester.</summary>
/// <param name="parts">What drivers are made with.</param>
internal sealed class EtsiStationAssembly(RigParts parts)
{
    /// <summary>Makes them, and initializes the station.</summary>
    /// <exception cref="RigException">The station did not answer, or refused.</exception>
    public async Task<ImmutableArray<IDevice>> MakeAsync(EtsiStationPlan plan, Wiring wiring, CancellationToken cancellation)
    {
        var air = new EtsiAirWatch(parts.Loop);
        wiring.Air().Add(air.Observe);
        var tester = new UpperTesterDriver(
            parts.Loop, plan, wiring.Datagrams(DeviceKinds.UpperTester, "Upper Tester of the station (ETSI TR 103 099)"), UpperTesterFile.Read(plan, parts.Folder), plan.Patience);
        await tester.AskAsync(new Initialize(), cancellation);
        return [OnBoardUnitAssembly.Gnss(plan, wiring), new ProvenStation(tester, air)];
    }
}
