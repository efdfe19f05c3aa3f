using HilBench.Links;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Runs;
using HilBench.Scenarios;

namespace HilBench.Drivers;

/// <summary>What is known when a run starts.</summary>
internal static class RunHeaders
{
    /// <summary>Copies the inputs into the evidence folder and makes the header.</summary>
    public static RunHeader Make(RunRequest request, Scenario scenario, RigPlan rig, LinkKind links, RunFolder folder)
    {
        var copies = scenario.Files.Select(folder.CopyInput).ToArray();
        var (rigFile, rigDigest) = folder.CopyInput(rig.File);
        return new RunHeader(
            RunRecord.CurrentSchemaVersion,
            request.Suite ?? scenario.Name,
            new ScenarioIdentity(scenario.Name, scenario.Description, copies[0].File, copies[0].Sha256, scenario.Length.TotalSeconds),
            new RigIdentity(
                rig.Name,
                rigFile,
                rigDigest,
                [.. rig.Devices.Select(device => new DeviceIdentity(device.Name, device.Kind, device.Driver, BenchEnvironment.Version, device.Dut, device.Defects))],
                links == LinkKind.Memory ? "stand-in (Ethernet frames in memory)" : "stand-in (Ethernet frames over UDP)"),
            new RunMethod(
                request.Clock == ClockKind.Virtual ? "virtual" : "wall",
                links == LinkKind.Memory ? "memory" : "udp",
                scenario.Seed,
                request.Evidence,
                request.Clock == ClockKind.Virtual ? 0 : null,
                request.Clock == ClockKind.Virtual ? "virtual clock: exact by construction" : "not yet measured when the run started"),
            BenchEnvironment.Here(),
            TimeProvider.System.GetUtcNow());
    }
}
