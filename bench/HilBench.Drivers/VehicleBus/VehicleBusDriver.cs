using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Wire.Slcan;
using HilBench.Wire.VehicleBus;

namespace HilBench.Drivers.VehicleBus;

/// <summary>
/// Plays the vehicle's bus to an on-board unit: each message of the description at its own cycle, with what was reported last. A line that is lost
/// ends the playing and is told; the run goes on.
/// </summary>
public sealed class VehicleBusDriver : IVehicleBus, IAttestable, IDeviceWatch, IDisposable
{
    private static readonly TimeSpan UsualCycle = TimeSpan.FromMilliseconds(100);

    private readonly EventLoop _loop;
    private readonly SlcanHost _host;
    private readonly DbcFile _description;
    private readonly List<IDisposable> _repetitions = [];
    private string? _fault;
    private readonly Dictionary<(uint Id, bool Extended), CanFrame> _frames = [];

    /// <summary>Makes the driver; nothing is sent before the first report.</summary>
    /// <param name="loop">The run's event loop.</param>
    /// <param name="plan">What the rig file says of the unit.</param>
    /// <param name="host">An open adapter.</param>
    /// <param name="description">Messages and signals of the bus.</param>
    public VehicleBusDriver(EventLoop loop, OnBoardUnitPlan plan, SlcanHost host, DbcFile description)
    {
        _loop = loop;
        _host = host;
        _description = description;
        Plan = plan;
    }

    /// <inheritdoc/>
    public DevicePlan Plan { get; }

    string IDeviceWatch.Device => Plan.Name;

    /// <summary>Why the bus is no longer played; null while it is.</summary>
    public string? Fault => _fault ?? _host.Fault;

    /// <inheritdoc/>
    public void Report(VehicleBusState state)
    {
        foreach (var frame in _description.Encode(state))
        {
            _frames[(frame.Id, frame.Extended)] = frame;
        }

        if (_repetitions.Count > 0)
        {
            return;
        }

        foreach (var message in _description.Messages)
        {
            _repetitions.Add(_loop.Every(_loop.Now, message.Cycle ?? UsualCycle, _ => Send((message.Id, message.Extended))));
        }
    }

    /// <summary>What the adapter stated when it was opened: while its bus is open it is not asked.</summary>
    public Task<ImmutableArray<ConfigurationItem>> ReadConfigurationAsync(CancellationToken cancellation) => Task.FromResult<ImmutableArray<ConfigurationItem>>(
    [
        new ConfigurationItem("CAN adapter version", _host.Version ?? "not stated"),
        new ConfigurationItem("CAN adapter serial number", _host.SerialNumber ?? "not stated"),
    ]);

    /// <summary>Ends the playing.</summary>
    public void Dispose() => _repetitions.ForEach(repetition => repetition.Dispose());

    private void Send((uint Id, bool Extended) message)
    {
        if (Fault is not null || !_frames.TryGetValue(message, out var frame))
        {
            return;
        }

        try
        {
            _host.Send(frame);
        }
        catch (LinkException exception)
        {
            _fault = exception.Message;
            Dispose();
        }
    }
}
