using System.Collections.Immutable;
using HilBench.Rigs;

namespace HilBench.Tests.Drivers;

/// <summary>Devices as a rig file could name them.</summary>
internal static class SamplePlan
{
    public static OnBoardUnitPlan OnBoardUnit { get; } = new()
    {
        Name = "obu1",
        Hosting = DeviceHosting.Process,
        Dut = true,
        Defects = [],
        Address = new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty),
        Mac = [2, 0, 0, 0, 0, 9],
    };
}
