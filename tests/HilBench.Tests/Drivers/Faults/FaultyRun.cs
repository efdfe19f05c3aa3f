using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Runs;
using HilBench.Scenarios;

namespace HilBench.Tests.Drivers.Faults;

/// <summary>A short run under the wall clock in which something is done to the rig, judged as every run is.</summary>
/// <param name="Record">The record.</param>
/// <param name="Observations">What the capture holds, read to its end.</param>
internal sealed record FaultyRun(RunRecord Record, Observation[] Observations)
{
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(500);

    /// <summary>A scenario of some seconds: a vehicle drives at once, messages are forwarded from the first second on.</summary>
    public static Scenario Short(int seconds)
    {
        var scenario = ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"));
        return scenario with
        {
            Length = TimeSpan.FromSeconds(seconds),
            PlanChanges = [],
            MapChanges = [],
            Vehicles = [.. scenario.Vehicles.Select(trip => trip with { Enters = TimeSpan.Zero, Waits = TimeSpan.Zero })],
            Forwards = [.. scenario.Forwards.Select(series => series with { From = TimeSpan.FromSeconds(1), For = TimeSpan.FromSeconds(seconds) })],
        };
    }

    /// <summary>Makes the run.</summary>
    /// <param name="rigFile">The rig file.</param>
    /// <param name="scenario">What happens.</param>
    /// <param name="each">Called each second of it, on the loop, with the open rig.</param>
    /// <param name="opened">Told the rig and the loop before the run.</param>
    public static FaultyRun Make(string rigFile, Scenario scenario, Action<Rig, TimeSpan> each, Action<Rig>? opened = null)
    {
        var parent = Directory.CreateTempSubdirectory("hilbench-fault");
        try
        {
            var plan = RigFile.Read(rigFile, RigDefects.Words);
            var folder = RunFolder.Create(Path.Combine(parent.FullName, "run"));
            var request = new RunRequest { ScenarioFile = scenario.Files[0], Rig = rigFile, OutFolder = folder.Path, Clock = ClockKind.Wall, Evidence = EvidenceLevel.Reduced };
            var header = RunHeaders.Make(request, scenario, plan, LinkKind.Udp, folder);
            Run(plan, scenario, folder, each, opened);
            var record = RunJudge.Conclude(folder.Path, header);
            using var reader = CaptureReader.Open(folder.Capture);
            return new FaultyRun(record, [.. reader.Packets().Select(ObservationReader.Read)]);
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    /// <summary>The faults told of a device.</summary>
    public string[] Faults(string device) => [.. Record.DeviceFaults.Where(fault => fault.Device == device).Select(fault => fault.Reason)];

    /// <summary>The purposes that judge nothing but one kind of device, in the catalogue's word.</summary>
    public PurposeRecord[] Purposes(string kind) => [.. Record.Purposes.Where(purpose => purpose.Row.AppliesTo == kind)];

    /// <summary>Packets of a tap.</summary>
    public int Count(string tap) => Observations.Count(observation => observation.Tap == tap);

    private static void Run(RigPlan plan, Scenario scenario, RunFolder folder, Action<Rig, TimeSpan> each, Action<Rig>? opened)
    {
        using var loop = EventLoop.CreateWall();
        using var capture = CaptureWriter.Create(folder.Capture, "hilbench test", []);
        var recorder = new RunRecorder(capture);
        Rig? rig = null;
        try
        {
            loop.Run(async () =>
            {
                rig = await OpenRig.OpenAsync(plan, scenario, loop, LinkKind.Udp, recorder.Record, folder.Path, CancellationToken.None);
                opened?.Invoke(rig);
                var run = new BenchRun(loop, scenario, rig, recorder) { Progress = progress => each(rig, progress.Done) };
                await run.AttestAsync(CancellationToken.None);
                await run.ExecuteAsync(loop.Now + Lead, CancellationToken.None);
            });
        }
        finally
        {
            rig?.Close(loop);
        }
    }
}
