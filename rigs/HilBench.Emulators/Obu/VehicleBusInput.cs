using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.J2735;
using HilBench.Wire.Slcan;
using HilBench.Wire.VehicleBus;

namespace HilBench.Emulators.Obu;

/// <summary>What a unit reads from its vehicle's bus, and what of it belongs into a BSM.</summary>
internal sealed class VehicleBusInput
{
    // SAE J2735 DE_VehicleEventFlags: controls count when they have been at work for more than 100 ms; hard braking is more than 0.4 g.
    private const double HardBraking = -0.4 * 9.80665;
    private static readonly TimeSpan ControlAtWork = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(1);

    private readonly EventLoop _loop;
    private readonly DbcFile _description;
    private readonly Dictionary<int, Instant> _atWorkSince = [];
    private VehicleBusState _state = new();
    private Instant _heardAt;

    public VehicleBusInput(EventLoop loop, DbcFile description, SlcanAdapter adapter)
    {
        _loop = loop;
        _description = description;
        adapter.Received = Hear;
    }

    /// <summary>What the bus says; all unknown when it has been silent for a second.</summary>
    public VehicleBusState State => _loop.Now - _heardAt <= Stale ? _state : new VehicleBusState();

    /// <summary>The event flags that hold now; null when none does, for then the element is left out.</summary>
    /// <param name="acceleration">Of the unit's own motion, m/s², for a bus that tells none.</param>
    public BitString? Events(double? acceleration)
    {
        var state = State;
        var flags = new List<int>();
        Add(flags, VehicleEventFlagsBits.EventHazardLights, state.Lights is { } lights && lights.HasFlag(VehicleLights.Hazard));
        Add(flags, VehicleEventFlagsBits.EventABSactivated, IsAtWork(VehicleEventFlagsBits.EventABSactivated));
        Add(flags, VehicleEventFlagsBits.EventTractionControlLoss, IsAtWork(VehicleEventFlagsBits.EventTractionControlLoss));
        Add(flags, VehicleEventFlagsBits.EventStabilityControlactivated, IsAtWork(VehicleEventFlagsBits.EventStabilityControlactivated));
        Add(flags, VehicleEventFlagsBits.EventHardBraking, (state.Acceleration ?? acceleration) < HardBraking);
        return flags.Count > 0 ? BitString.Of(13, [.. flags]) : null;
    }

    /// <summary>The lights; null when the bus does not tell them.</summary>
    public BitString? Lights() =>
        State.Lights is { } lights ? BitString.Of(9, [.. Enumerable.Range(0, 9).Where(bit => ((int)lights >> bit & 1) != 0)]) : null;

    /// <summary>The brakes.</summary>
    public BrakeSystemStatus Brakes()
    {
        var state = State;
        return new BrakeSystemStatus
        {
            WheelBrakes = state.Brake switch
            {
                true => BitString.Of(
                    5, BrakeAppliedStatusBits.LeftFront, BrakeAppliedStatusBits.LeftRear, BrakeAppliedStatusBits.RightFront, BrakeAppliedStatusBits.RightRear),
                false => BitString.Of(5),
                null => BitString.Of(5, BrakeAppliedStatusBits.Unavailable),
            },
            Traction = (TractionControlStatus)(state.TractionControl ?? VehicleControl.Unavailable),
            Abs = (AntiLockBrakeStatus)(state.Abs ?? VehicleControl.Unavailable),
            Scs = (StabilityControlStatus)(state.StabilityControl ?? VehicleControl.Unavailable),
            BrakeBoost = BrakeBoostApplied.Unavailable,
            AuxBrakes = AuxiliaryBrakeStatus.Unavailable,
        };
    }

    private void Hear(CanFrame frame)
    {
        if (!_description.Messages.Any(message => message.Id == frame.Id && message.Extended == frame.Extended))
        {
            return;
        }

        var next = _description.Decode(frame, State);
        (_state, _heardAt) = (next, _loop.Now);
        Watch(VehicleEventFlagsBits.EventABSactivated, next.Abs);
        Watch(VehicleEventFlagsBits.EventTractionControlLoss, next.TractionControl);
        Watch(VehicleEventFlagsBits.EventStabilityControlactivated, next.StabilityControl);
    }

    private void Watch(int flag, VehicleControl? control)
    {
        if (control != VehicleControl.Engaged)
        {
            _atWorkSince.Remove(flag);
        }
        else
        {
            _atWorkSince.TryAdd(flag, _loop.Now);
        }
    }

    private bool IsAtWork(int flag) =>
        _loop.Now - _heardAt <= Stale && _atWorkSince.TryGetValue(flag, out var since) && _loop.Now - since > ControlAtWork;

    private static void Add(List<int> flags, int flag, bool holds)
    {
        if (holds)
        {
            flags.Add(flag);
        }
    }
}
