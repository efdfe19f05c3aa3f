using HilBench.Geometry;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Scenarios;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.Nmea;

namespace HilBench.Running;

/// <summary>
/// Makes a scenario happen on a rig: installs the MAP, moves the vehicles, drives detectors, positions and messages for
/// forwarding, at absolute deadlines on the event loop. What the devices then do is seen by the taps; nothing is judged here.
/// </summary>
public sealed class BenchRun
{
    private static readonly TimeSpan ProgressPeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WatchPeriod = TimeSpan.FromMilliseconds(200);

    private readonly EventLoop _loop;
    private readonly Scenario _scenario;
    private readonly Rig _rig;
    private readonly RunRecorder _recorder;
    private readonly World _world;
    private readonly TangentPlane _plane;
    private readonly DetectorRack _detectors = new();
    private readonly VehicleSensors _sensors = new();
    private readonly List<IDisposable> _timers = [];
    private readonly TapInterface _truthTap;
    private readonly TapInterface _clockTap;
    private readonly ISignalOutput? _signals;
    private readonly HashSet<ForwardSeries> _forwarding = [];
    private readonly HashSet<string> _transmitting = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<bool> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DeviceCalls _devices;
    private Site _site;
    private int _mapRevision;

    /// <summary>Prepares a run; nothing happens yet.</summary>
    /// <param name="loop">The loop that the rig is on.</param>
    /// <param name="scenario">What happens.</param>
    /// <param name="rig">The open rig.</param>
    /// <param name="recorder">Takes the bench's own taps: truth and marks.</param>
    public BenchRun(EventLoop loop, Scenario scenario, Rig rig, RunRecorder recorder)
    {
        _loop = loop;
        _scenario = scenario;
        _rig = rig;
        _recorder = recorder;
        _site = scenario.Site;
        _mapRevision = scenario.Site.MapRevision;
        _world = new World(scenario);
        _plane = new TangentPlane(scenario.Site.Reference);
        _detectors.Plan = scenario.Plans[0].Number;
        var stamps = loop.Clock == ClockKind.Virtual ? StampSource.Virtual : StampSource.UserSpace;
        _truthTap = BenchTaps.Truth(stamps);
        _clockTap = BenchTaps.Clock(stamps);
        _signals = rig.Having<ISignalOutput>().FirstOrDefault();
        _devices = new DeviceCalls((device, reason) => Mark(BenchMarks.Fault(device, reason)), fault => _reached.TrySetException(fault));
    }

    /// <summary>The bench's timing floor, recorded at the start; null under the virtual clock.</summary>
    public FloorMeasurement? Floor { get; init; }

    /// <summary>Told each second of the scenario how far the run is.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>Has every device that can state what it is do so, before the run. Call it on the event loop.</summary>
    public Task AttestAsync(CancellationToken cancellation) => AttestAsync(afterRun: false, cancellation);

    /// <summary>Runs from an instant to the end of the scenario. Call it on the event loop.</summary>
    /// <param name="start">When the scenario starts; not in the past.</param>
    /// <param name="cancellation">Ends the run early: then the recording has no end mark.</param>
    /// <returns>False when it was ended early.</returns>
    public async Task<bool> ExecuteAsync(Instant start, CancellationToken cancellation)
    {
        _rig.Arm?.Invoke(start);
        var end = start + _scenario.Length;
        await using var cancelled = cancellation.Register(() => _reached.TrySetResult(false));
        try
        {
            _loop.Late = (deadline, lateness) => Mark(BenchMarks.Late(deadline, lateness));
            At(start, () => Begin(start));
            At(end, () => _reached.TrySetResult(true));
            if (!await _reached.Task)
            {
                return false;
            }

            Progress?.Invoke(new RunProgress(_scenario.Length, _scenario.Length, _recorder.Packets, "the end"));
            _recorder.Stop();
            TellDropped();
            await Task.WhenAll(_rig.Clocks.Select(clock => clock.AskAsync(cancellation)));
            TellLateness();
            await AttestAsync(afterRun: true, cancellation);
            _recorder.End(new TapFrame(_clockTap, _loop.Now, Direction.ToDevice, BenchMarks.End()));
            return true;
        }
        finally
        {
            _devices.Stop();
            _loop.Late = null;
            _timers.ForEach(timer => timer.Dispose());
        }
    }

    private async Task AttestAsync(bool afterRun, CancellationToken cancellation)
    {
        // A device may be spoken to over several interfaces, and state something over each: it is one statement.
        foreach (var device in _rig.Having<IAttestable>().GroupBy(device => device.Plan.Name, StringComparer.Ordinal))
        {
            await _devices.CallAsync(device.First(), async () =>
            {
                var items = new List<ConfigurationItem>();
                foreach (var way in device)
                {
                    items.AddRange(await way.ReadConfigurationAsync(cancellation));
                }

                Mark(BenchMarks.Configuration(device.Key, afterRun, items));
            });
        }
    }

    // Counted before the rig is closed; a rig in memory loses none and says nothing.
    private void TellDropped()
    {
        if (_loop.Clock == ClockKind.Wall && _rig.DroppedDatagrams is { } dropped)
        {
            Mark(BenchMarks.Dropped(dropped));
        }
    }

    private void TellFaults()
    {
        foreach (var watch in _rig.Watches)
        {
            _devices.Tell(watch);
        }
    }

    private void TellLateness()
    {
        foreach (var clock in _rig.Clocks)
        {
            foreach (var (deadline, lateness) in clock.TakeLateness())
            {
                Mark(BenchMarks.Late(deadline, lateness, clock.Device));
            }
        }
    }

    private void Begin(Instant start)
    {
        foreach (var controller in _rig.Having<IDetectorInput>())
        {
            var units = _rig.Having<IStoreAndRepeat>()
                .Where(unit => unit.Plan is RoadSideUnitPlan plan && plan.Controller == controller.Plan.Name)
                .Select(unit => unit.Plan.Name);
            Mark(BenchMarks.SignalGroups(_site, controller.Plan.Name, units));
        }

        if (Floor is not null)
        {
            Mark(BenchMarks.Floor(Floor));
        }

        _rig.Start(start);
        foreach (var device in _rig.Having<IRunPreparation>())
        {
            _ = _devices.CallAsync(device, () => device.PrepareRunAsync(_scenario.Name, _devices.Stopped));
        }

        InstallMap([.. _scenario.Map]);
        ApplyDetectors();
        ScheduleCalls(start);
        foreach (var change in _scenario.PlanChanges)
        {
            At(start + change.At, () => ChangePlan(change.Plan));
        }

        foreach (var change in _scenario.MapChanges)
        {
            At(start + change.At, () => ChangeMap(change));
        }

        foreach (var series in _scenario.Forwards)
        {
            ScheduleForwards(start, series);
        }

        _timers.Add(_loop.Every(start, World.Tick, deadline => Step(deadline, deadline - start)));
        _timers.Add(_loop.Every(start, ProgressPeriod, deadline => Report(deadline - start)));
        if (!_rig.Watches.IsEmpty)
        {
            _timers.Add(_loop.Every(start, WatchPeriod, _ => TellFaults()));
        }
    }

    private void Step(Instant deadline, TimeSpan elapsed)
    {
        if (elapsed > TimeSpan.Zero)
        {
            _world.Step(elapsed, Light);
        }

        _detectors.Occupy(_world.OccupiedDetectors());
        ApplyDetectors();
        if (_world.OnSite.Count == 0)
        {
            return;
        }

        var vehicles = _world.OnSite.Select(vehicle => (vehicle, _plane.ToGeo(vehicle.Place.Point), vehicle.Place.Heading)).ToArray();
        _recorder.Record(new TapFrame(_truthTap, _loop.Now, Direction.ToDevice, BenchMarks.Truth(vehicles)));
        foreach (var (vehicle, place, heading) in vehicles)
        {
            // A fix is of the deadline, not of the moment at which a late timer lets us report it.
            var utc = DateTimeOffset.UnixEpoch.AddMilliseconds(deadline.UnixNanoseconds / 1_000_000);
            var course = vehicle.Speed > 0.1 ? heading : (double?)null;
            if (vehicle.Trip.Device is { } device)
            {
                _rig.Find<IGnssInput>(device)?.Report(new GnssFix(utc, place.Latitude, place.Longitude, place.Elevation, 0, vehicle.Speed, course));
                _rig.Find<IVehicleBus>(device)?.Report(_sensors.Read(vehicle));
                LetTransmit(device);
            }
        }
    }

    // A unit under test control is silent until it is told otherwise; only with a position can the air show that it transmits.
    private void LetTransmit(string name)
    {
        if (_rig.Find<ITestControl>(name) is { } unit && _transmitting.Add(name))
        {
            _ = _devices.CallAsync(unit, () => unit.TransmitAsync(enabled: true, _devices.Stopped));
        }
    }

    private SignalLight Light(int phase)
    {
        var bit = 1 << (phase - 1);
        return _signals?.Lamps switch
        {
            { } lamps when (lamps.Greens & bit) != 0 => SignalLight.Green,
            { } lamps when (lamps.Yellows & bit) != 0 => SignalLight.Yellow,
            _ => SignalLight.Red,
        };
    }

    private void ScheduleCalls(Instant start)
    {
        var drawn = _scenario.RandomCalls.SelectMany((calls, index) => calls.Draw(unchecked((_scenario.Seed * 1_000_003) + index)));
        foreach (var call in _scenario.Calls.Concat(drawn).Where(call => call.At < _scenario.Length))
        {
            At(start + call.At, () => Switch(call, _detectors.On));
            At(start + call.At + call.For, () => Switch(call, _detectors.Off));
        }
    }

    private void Switch(DetectorCall call, Action<DetectorCall> change)
    {
        change(call);
        ApplyDetectors();
    }

    private void ApplyDetectors()
    {
        if (_detectors.TakeChange() is { } inputs)
        {
            foreach (var controller in _rig.Having<IDetectorInput>())
            {
                _ = _devices.CallAsync(controller, () => controller.ApplyAsync(inputs, _devices.Stopped));
            }
        }
    }

    private void ChangePlan(int plan)
    {
        _detectors.Plan = plan;
        ApplyDetectors();
    }

    private void ChangeMap(MapChange change)
    {
        _site = change.Apply(_site);
        _mapRevision = (_mapRevision + 1) % 128;
        InstallMap(SiteMap.WriteFrame(_site, _mapRevision));
    }

    private void InstallMap(byte[] frame)
    {
        var message = new ImmediateForwardMessage
        {
            Type = "MAP",
            Psid = Psid.IntersectionSafety,
            TxMode = TransmissionMode.Continuous,
            TxChannel = 172,
            TxIntervalSeconds = 1,
            Payload = frame,
        };
        foreach (var unit in _rig.Having<IStoreAndRepeat>())
        {
            _ = _devices.CallAsync(unit, () => unit.StoreAsync(message, _devices.Stopped));
        }
    }

    private void ScheduleForwards(Instant start, ForwardSeries series)
    {
        if (_rig.Find<IImmediateForward>(series.Device) is not { } unit)
        {
            return; // the unit was lost when the rig was opened, which is told
        }

        var period = TimeSpan.FromSeconds(1 / series.Rate);
        var end = start + series.From + series.For;
        IDisposable? repetition = null;
        repetition = _loop.Every(start + series.From, period, deadline =>
        {
            if (deadline >= end)
            {
                _forwarding.Remove(series);
                repetition!.Dispose();
                return;
            }

            _forwarding.Add(series);
            var message = new ImmediateForwardMessage
            {
                Type = series.Type,
                Psid = new Psid((uint)series.Psid),
                TxMode = TransmissionMode.Continuous,
                TxChannel = series.Channel,
                Payload = ForeignSpat.Frame(deadline),
            };
            _ = _devices.CallAsync(unit, () => unit.ForwardAsync(message, _devices.Stopped));
        });
        _timers.Add(repetition);
    }

    private void Report(TimeSpan elapsed)
    {
        TellLateness();
        var now = _world.OnSite.Select(vehicle => vehicle.Trip.Name)
            .Prepend($"plan {_detectors.Plan}")
            .Concat(_forwarding.Select(series => $"forwarding to {series.Device}"));
        Progress?.Invoke(new RunProgress(elapsed, _scenario.Length, _recorder.Packets, string.Join(", ", now)));
    }

    private void At(Instant deadline, Action action) => _timers.Add(_loop.Schedule(deadline, action));

    private void Mark(byte[] json) => _recorder.Mark(new TapFrame(_clockTap, _loop.Now, Direction.ToDevice, json));
}
