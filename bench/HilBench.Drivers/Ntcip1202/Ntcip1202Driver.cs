using System.Collections.Immutable;
using HilBench.Drivers.Snmp;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Ntcip1202;

/// <summary>
/// Speaks NTCIP 1202 to a signal controller: actuates detectors, gives orders and keeps them up, reads lamps. Detectors are actuated as v03
/// has it; a controller that has not gets calls on the phases with the detectors' numbers.
/// </summary>
public sealed class Ntcip1202Driver : IDetectorInput, ISignalOutput, ISignalControl, IAttestable, IDeviceWatch, IAsyncDisposable
{
    private const int RefreshesInBackupTime = 3;

    private readonly EventLoop _loop;
    private readonly ISnmpSession _session;
    private readonly Ntcip1202DriverSettings _settings;
    private readonly ControlBoard _board;
    private readonly CancellationTokenSource _life = new();
    private readonly List<IDisposable> _timers = [];
    private LampReader? _lamps;
    private (ObjectId Vehicles, ObjectId Pedestrians) _detectors;
    private int _groups = 1;
    private byte _plan;
    private byte _pattern;
    private bool _polling;
    private bool _refreshing;

    /// <summary>Makes the driver; <see cref="ConnectAsync"/> comes before anything else.</summary>
    /// <param name="loop">Loop it runs on.</param>
    /// <param name="plan">What the rig file says of the controller.</param>
    /// <param name="session">The session with the controller's agent.</param>
    /// <param name="settings">How often it is asked and told.</param>
    public Ntcip1202Driver(EventLoop loop, SignalControllerPlan plan, ISnmpSession session, Ntcip1202DriverSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(settings.PollInterval, TimeSpan.Zero, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(settings.RefreshInterval, TimeSpan.Zero, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.MaxBindings, 1, nameof(settings));
        (_loop, Plan, _session, _settings) = (loop, plan, session, settings);
        _board = new ControlBoard(plan.Name, session, settings.MaxBindings);
    }

    /// <inheritdoc/>
    public DevicePlan Plan { get; }

    /// <inheritdoc/>
    public string Device => Plan.Name;

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public LampStates? Lamps { get; private set; }

    /// <summary>Called for each reading of the lamps.</summary>
    public Action<LampStates>? LampsRead { get; set; }

    /// <summary>Whether detectors are actuated as such (NTCIP 1202 v03), not by calls on phases.</summary>
    public bool ActuatesDetectors => _detectors.Vehicles.IsWithin(AscId.VehicleDetectorControlGroup);

    /// <summary>Finds out what the controller has, enables the feed if asked, and begins to read lamps and keep orders up.</summary>
    /// <exception cref="RigException">The controller did not answer or refused; the message says what was asked and what to do.</exception>
    public async Task ConnectAsync(CancellationToken cancellation)
    {
        var vehicles = AscId.VehicleDetectorControlGroup.Append(2);
        var found = await _session.GetAsync([AscId.MaxPhaseGroups, AscId.UnitBackupTime, vehicles.Append(1)], cancellation);
        if (found[0].Value.IsException || found[0].Value.Number is < 1 or > 255)
        {
            throw new RigException(
                $"{Device}: maxPhaseGroups ({AscId.MaxPhaseGroups}) is {found[0].Value}: this agent is no signal controller of NTCIP 1202. Check the address and port in the rig file.");
        }

        _groups = (int)Math.Min(found[0].Value.Number, 2); // the bench's bitmaps have 16 phases
        _detectors = found[2].Value.IsException
            ? (AscId.VehCall, AscId.PedCall)
            : (vehicles, AscId.PedestrianDetectorControlGroup.Append(2));
        _lamps = await LampReader.OpenAsync(_session, _groups, cancellation);
        if (_settings.Feed is { } feed)
        {
            await FeedSwitch.SetAsync(Device, _session, feed, cancellation);
        }

        var backup = found[1].Value.IsException ? 0 : found[1].Value.Number;
        var third = TimeSpan.FromSeconds(backup) / RefreshesInBackupTime;
        var refresh = backup > 0 && third < _settings.RefreshInterval ? third : _settings.RefreshInterval;
        _timers.Add(_loop.Every(_loop.Now, _settings.PollInterval, Poll));
        _timers.Add(_loop.Every(_loop.Now + refresh, refresh, Refresh));
    }

    /// <inheritdoc/>
    public Task ApplyAsync(DetectorInputs inputs, CancellationToken cancellation)
    {
        for (var group = 0; group < _groups; group++)
        {
            _board.Want(_detectors.Vehicles.Append((uint)group + 1), Octet(inputs.VehicleCalls, group));
            _board.Want(_detectors.Pedestrians.Append((uint)group + 1), Octet(inputs.PedCalls, group));
        }

        _plan = inputs.Plan == 0 ? _plan : inputs.Plan;
        _board.WantIfEver(AscId.PatternControl, _pattern == 0 ? _plan : _pattern);
        return _board.SendAsync(_life.Token).WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public Task OrderAsync(SignalOrders orders, CancellationToken cancellation)
    {
        WantGroups(AscId.PhaseOmit, orders.PhaseOmit);
        WantGroups(AscId.PedOmit, orders.PedOmit);
        WantGroups(AscId.Hold, orders.Hold);
        for (var group = 0; group < _groups; group++)
        {
            if (Octet(orders.ForceOff, group) is var forced && forced != 0)
            {
                _board.Pulse(AscId.ForceOff.Append((uint)group + 1), forced);
            }
        }

        _pattern = orders.Pattern;
        _board.WantIfEver(AscId.RingControlGroup.Append(2, 1), orders.StopTime);
        _board.WantIfEver(AscId.PatternControl, _pattern == 0 ? _plan : _pattern);
        for (var number = 1; number <= 16; number++)
        {
            _board.WantIfEver(AscId.PreemptControl.Append(2, (uint)number), (orders.Preempts >> (number - 1)) & 1);
        }

        return _board.SendAsync(_life.Token).WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<ConfigurationItem>> ReadConfigurationAsync(CancellationToken cancellation) =>
        ConfigurationReader.ReadAsync(_session, cancellation);

    /// <summary>Takes back all orders and actuations.</summary>
    /// <exception cref="RigException">The controller did not answer or refused.</exception>
    public Task ReleaseAsync(CancellationToken cancellation)
    {
        (_plan, _pattern) = (0, 0);
        _board.Release();
        return _board.SendAsync(_life.Token).WaitAsync(cancellation);
    }

    /// <summary>Ends reading and keeping up; the controller goes back to its own ways when its backup time is over.</summary>
    public async ValueTask DisposeAsync()
    {
        _timers.ForEach(timer => timer.Dispose());
        await _life.CancelAsync();
        _life.Dispose();
    }

    private static int Octet(ushort bitmap, int group) => (bitmap >> (8 * group)) & 0xFF;

    private void WantGroups(ObjectId column, ushort bitmap)
    {
        for (var group = 0; group < _groups; group++)
        {
            _board.WantIfEver(column.Append((uint)group + 1), Octet(bitmap, group));
        }
    }

    private void Poll(Instant deadline) => _ = PollAsync();

    private void Refresh(Instant deadline) => _ = RefreshAsync();

    private async Task PollAsync()
    {
        if (_polling)
        {
            return; // a controller that answers slowly is asked as fast as it answers
        }

        _polling = true;
        await WatchedAsync(async () =>
        {
            Lamps = await _lamps!.ReadAsync(_life.Token);
            LampsRead?.Invoke(Lamps);
        });
        _polling = false;
    }

    private async Task RefreshAsync()
    {
        if (_refreshing)
        {
            return;
        }

        _refreshing = true;
        await WatchedAsync(() => _board.RefreshAsync(_life.Token));
        _refreshing = false;
    }

    // What goes on by itself has nobody to throw to: the fault is told to whoever watches.
    private async Task WatchedAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (RigException exception)
        {
            Fault ??= exception.Message;
        }
        catch (OperationCanceledException)
        {
            // The driver is closed.
        }
    }
}
