namespace HilBench.Wire.VehicleBus;

/// <summary>What a vehicle's own sensors say. Null is: the bus does not tell.</summary>
public sealed record VehicleBusState
{
    /// <summary>Whether the brakes are applied.</summary>
    public bool? Brake { get; init; }

    /// <summary>Anti-lock brakes.</summary>
    public VehicleControl? Abs { get; init; }

    /// <summary>Traction control.</summary>
    public VehicleControl? TractionControl { get; init; }

    /// <summary>Stability control.</summary>
    public VehicleControl? StabilityControl { get; init; }

    /// <summary>Angle of the steering wheel, degrees, to the right positive.</summary>
    public double? SteeringWheelDegrees { get; init; }

    /// <summary>Speed, m/s.</summary>
    public double? SpeedMetresPerSecond { get; init; }

    /// <summary>Acceleration along the vehicle, m/s², braking negative.</summary>
    public double? Acceleration { get; init; }

    /// <summary>Transmission.</summary>
    public VehicleGear? Gear { get; init; }

    /// <summary>Exterior lights.</summary>
    public VehicleLights? Lights { get; init; }

    /// <summary>The value of a signal; null when the state does not hold it.</summary>
    public double? Value(VehicleSignal signal) => signal switch
    {
        VehicleSignal.Brake => Brake is { } brake ? (brake ? 1 : 0) : null,
        VehicleSignal.Abs => (int?)Abs,
        VehicleSignal.TractionControl => (int?)TractionControl,
        VehicleSignal.StabilityControl => (int?)StabilityControl,
        VehicleSignal.SteeringWheel => SteeringWheelDegrees,
        VehicleSignal.Speed => SpeedMetresPerSecond,
        VehicleSignal.Acceleration => Acceleration,
        VehicleSignal.Gear => (int?)Gear,
        VehicleSignal.Lights => (int?)Lights,
        _ => Lights is { } lights ? ((lights & Light(signal)) != VehicleLights.None ? 1 : 0) : null,
    };

    /// <summary>The state with a signal's value put in; a value that the signal's meaning does not know makes it unknown.</summary>
    public VehicleBusState With(VehicleSignal signal, double value) => signal switch
    {
        VehicleSignal.Brake => this with { Brake = value != 0 },
        VehicleSignal.Abs => this with { Abs = Control(value) },
        VehicleSignal.TractionControl => this with { TractionControl = Control(value) },
        VehicleSignal.StabilityControl => this with { StabilityControl = Control(value) },
        VehicleSignal.SteeringWheel => this with { SteeringWheelDegrees = value },
        VehicleSignal.Speed => this with { SpeedMetresPerSecond = value },
        VehicleSignal.Acceleration => this with { Acceleration = value },
        VehicleSignal.Gear => this with { Gear = value is >= 0 and <= 3 ? (VehicleGear)(int)value : null },
        VehicleSignal.Lights => this with { Lights = value is >= 0 and < 512 ? (VehicleLights)(int)value : null },
        _ => this with { Lights = value != 0 ? (Lights ?? VehicleLights.None) | Light(signal) : (Lights ?? VehicleLights.None) & ~Light(signal) },
    };

    private static VehicleControl? Control(double value) => value is >= 0 and <= 3 ? (VehicleControl)(int)value : null;

    private static VehicleLights Light(VehicleSignal signal) => signal switch
    {
        VehicleSignal.LowBeam => VehicleLights.LowBeam,
        VehicleSignal.HighBeam => VehicleLights.HighBeam,
        VehicleSignal.LeftTurn => VehicleLights.LeftTurn,
        VehicleSignal.RightTurn => VehicleLights.RightTurn,
        VehicleSignal.Hazard => VehicleLights.Hazard,
        VehicleSignal.FogLight => VehicleLights.Fog,
        VehicleSignal.ParkingLights => VehicleLights.Parking,
        _ => VehicleLights.None,
    };
}
