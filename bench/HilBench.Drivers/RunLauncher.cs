using System.Runtime;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Runs;
using HilBench.Scenarios;

namespace HilBench.Drivers;

/// <summary>Makes a run from files: reads scenario and rig, opens the rig, runs, and leaves header, inputs and capture in the evidence folder.</summary>
public static class RunLauncher
{
    private const int FloorDatagrams = 500;
    private const string LogFolder = "logs";
    private static readonly TimeSpan WallLead = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(60);

    /// <summary>Makes a run on the calling thread. Returns when the scenario is over or the run was ended early.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Ends the run early: the capture is kept, without an end mark.</param>
    /// <exception cref="Inputs.InputFileException">A file has faults.</exception>
    /// <exception cref="RunException">The run cannot be made: folder, clock and links, or a rig that does not fit.</exception>
    /// <exception cref="LinkException">A link could not be opened or used.</exception>
    public static RunOutcome Execute(RunRequest request, CancellationToken cancellation)
    {
        var rig = RigDefects.SwitchOn(RigFile.Read(request.Rig, RigDefects.Words), request.Defects);
        var scenario = ScenarioFile.Read(request.ScenarioFile);
        scenario = scenario with { Seed = request.Seed ?? scenario.Seed };
        var links = request.Links ?? rig.Links;
        request = request with { Clock = ChooseClock(request.Clock, rig, links) };

        RigFit.Check(scenario, rig);
        var folder = RunFolder.Create(request.OutFolder);
        try
        {
            var header = RunHeaders.Make(request, scenario, rig, links, folder);
            folder.Write(header);
            return Run(request, scenario, rig, links, folder, header, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RunException(
                $"The evidence in {folder.Path} could not be written: {fault.Message} What was written so far is kept; free space or choose another folder.", fault);
        }
    }

    private static RunOutcome Run(
        RunRequest request, Scenario scenario, RigPlan plan, LinkKind links, RunFolder folder, RunHeader header, CancellationToken cancellation)
    {
        if (request.Clock == ClockKind.Wall)
        {
            Prepare(scenario, plan);
        }

        using var loop = request.Clock == ClockKind.Virtual ? EventLoop.CreateVirtual(Instant.FromUtc(scenario.Start)) : EventLoop.CreateWall();
        using var capture = CaptureWriter.Create(folder.Capture, header.Environment.Bench, []);
        var recorder = new RunRecorder(capture);
        FloorMeasurement? floor = null;
        Rig? rig = null;
        var complete = true;
        try
        {
            loop.Run(async () =>
            {
                floor = loop.Clock == ClockKind.Wall ? await LoopbackSelfTest.RunAsync(loop, FloorDatagrams) : null;
                rig = await OpenRig.OpenAsync(plan, scenario, loop, links, recorder.Record, Path.Combine(folder.Path, LogFolder), cancellation);
                var run = new BenchRun(loop, scenario, rig, recorder) { Floor = floor, Progress = request.Progress };
                await run.AttestAsync(cancellation);
                var start = loop.Clock == ClockKind.Wall ? Soon(loop.Now) : loop.Now;
                complete = await run.ExecuteAsync(start, cancellation);
            });
        }
        finally
        {
            rig?.Close(loop);
        }

        return new RunOutcome(folder.Path, header, recorder.Packets, complete, loop.Lateness, floor);
    }

    private static ClockKind ChooseClock(ClockKind? asked, RigPlan rig, LinkKind links)
    {
        var outside = rig.Devices.FirstOrDefault(device => device.Hosting != DeviceHosting.Process);
        if (asked == ClockKind.Virtual && outside is not null)
        {
            throw new RunException(
                $"The virtual clock cannot carry {outside.Name}, which is {outside.Driver} and lives in real time. Take the wall clock, or a rig of emulators in this process.");
        }

        if (asked == ClockKind.Virtual && links == LinkKind.Udp)
        {
            throw new RunException(
                "The virtual clock cannot carry UDP: it jumps while datagrams are still on their way. Take the wall clock for UDP, or links in memory.");
        }

        return asked ?? (outside is null && links == LinkKind.Memory ? ClockKind.Virtual : ClockKind.Wall);
    }

    // The same rig with every device emulated in this process.
    private static RigPlan InMemory(RigPlan plan) => plan with
    {
        Devices =
        [
            .. plan.Devices.Select(device => InMemory(device with { Hosting = DeviceHosting.Process, Snmp = null, Carriers = device.Carriers.Clear() })),
        ],
    };

    // What has a carrier of its own only, or speaks to a file's contents, is not needed to make the code fast.
    private static DevicePlan InMemory(DevicePlan device) => device switch
    {
        OnBoardUnitPlan unit => unit with { VehicleBus = null, Alerts = null, TestControl = null },
        RoadSideUnitPlan unit => unit with { Cloud = null },
        SignalControllerPlan controller => controller with { GbT20999 = null },
        _ => device,
    };

    // Code that runs for the first time is slow, and collecting garbage takes time: a run in real time must be late by neither. The scenario's
    // beginning is run in memory under the virtual clock, and nothing of it is kept.
    private static void Prepare(Scenario scenario, RigPlan plan)
    {
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency;
        using var loop = EventLoop.CreateVirtual(Instant.FromUtc(scenario.Start));
        using var capture = CaptureWriter.Create(Stream.Null, "nowhere", "hilbench", []);
        var recorder = new RunRecorder(capture);
        var beginning = scenario with { Length = scenario.Length < WarmUp ? scenario.Length : WarmUp };
        loop.Run(async () =>
        {
            await using var rig = await OpenRig.OpenAsync(InMemory(plan), beginning, loop, LinkKind.Memory, recorder.Record, logFolder: null, CancellationToken.None);
            await new BenchRun(loop, beginning, rig, recorder).ExecuteAsync(loop.Now, CancellationToken.None);
        });
        GC.Collect();
    }

    // On a whole tenth of a second: times of positions are told in milliseconds.
    private static Instant Soon(Instant now)
    {
        const long Tenth = 100_000_000;
        var lead = (now + WallLead).UnixNanoseconds;
        return new Instant(lead - (lead % Tenth) + Tenth);
    }
}
