using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Scenarios;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.Nmea;

namespace HilBench.Tests.Running;

/// <summary>A rig whose devices only write down what the bench does to them; its lamps are always all green.</summary>
internal sealed class RigNotes
{
    private static readonly DeviceAddress Nowhere = new("127.0.0.1", ImmutableDictionary<string, int>.Empty);

    private readonly EventLoop _loop;
    private readonly Instant _start;

    public RigNotes(EventLoop loop, Scenario scenario)
    {
        _loop = loop;
        _start = Instant.FromUtc(scenario.Start);
        var controller = new SignalControllerPlan { Name = "asc1", Hosting = DeviceHosting.Process, Dut = true, Defects = [], Address = Nowhere };
        var unit = new RoadSideUnitPlan
        {
            Name = "rsu1",
            Hosting = DeviceHosting.Process,
            Dut = true,
            Defects = [],
            Address = Nowhere,
            Mac = [2, 0, 0, 0, 0, 1],
            ProcessingDelay = TimeSpan.Zero,
            Controller = "asc1",
            ForwardRows = [],
        };
        var onBoard = new OnBoardUnitPlan { Name = "obu1", Hosting = DeviceHosting.Process, Dut = true, Defects = [], Address = Nowhere, Mac = [2, 0, 0, 0, 0, 2] };
        var plan = new RigPlan { Name = "notes", Description = string.Empty, Links = LinkKind.Memory, Devices = [controller, unit, onBoard], File = "rig.yaml" };
        Rig = new Rig(plan, [new Controller(controller, this), new Unit(unit, this), new OnBoard(onBoard, this)], _ => { }, [], []);
    }

    public Rig Rig { get; }

    public bool Complete { get; set; }

    public List<(TimeSpan At, DetectorInputs Inputs)> Inputs { get; } = [];

    public List<(TimeSpan At, ImmediateForwardMessage Message)> Forwarded { get; } = [];

    public List<(TimeSpan At, ImmediateForwardMessage Message)> Stored { get; } = [];

    public List<GnssFix> Fixes { get; } = [];

    /// <summary>All of it as text, to compare two runs.</summary>
    public string Text => string.Join(
        '\n',
        Inputs.Select(input => $"{input.At} {input.Inputs}")
            .Concat(Forwarded.Concat(Stored).Select(message => $"{message.At} {Convert.ToHexString(message.Message.Encode())}"))
            .Concat(Fixes.Select(fix => fix.ToString())));

    private TimeSpan Elapsed => _loop.Now - _start;

    private sealed class Controller(DevicePlan plan, RigNotes notes) : IDetectorInput, ISignalOutput
    {
        public DevicePlan Plan => plan;

        public LampStates? Lamps { get; } = new(0, 0, 0, ushort.MaxValue, ushort.MaxValue, 0, 0);

        public Task ApplyAsync(DetectorInputs inputs, CancellationToken cancellation)
        {
            notes.Inputs.Add((notes.Elapsed, inputs));
            return Task.CompletedTask;
        }
    }

    private sealed class Unit(DevicePlan plan, RigNotes notes) : IImmediateForward, IStoreAndRepeat
    {
        public DevicePlan Plan => plan;

        public Task ForwardAsync(ImmediateForwardMessage message, CancellationToken cancellation)
        {
            notes.Forwarded.Add((notes.Elapsed, message));
            return Task.CompletedTask;
        }

        public Task StoreAsync(ImmediateForwardMessage message, CancellationToken cancellation)
        {
            notes.Stored.Add((notes.Elapsed, message));
            return Task.CompletedTask;
        }
    }

    private sealed class OnBoard(DevicePlan plan, RigNotes notes) : IGnssInput
    {
        public DevicePlan Plan => plan;

        public void Report(GnssFix fix) => notes.Fixes.Add(fix);
    }
}
