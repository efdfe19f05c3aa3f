namespace HilBench.Wire.VehicleBus;

/// <summary>What a signal of a vehicle bus may mean to an on-board unit. A description file binds its signals to these by their names.</summary>
public enum VehicleSignal
{
    /// <summary><c>brake</c>: 1 while the driver or the vehicle brakes, else 0.</summary>
    Brake,

    /// <summary><c>abs</c>: <see cref="VehicleControl"/>.</summary>
    Abs,

    /// <summary><c>traction-control</c>: <see cref="VehicleControl"/>.</summary>
    TractionControl,

    /// <summary><c>stability-control</c>: <see cref="VehicleControl"/>.</summary>
    StabilityControl,

    /// <summary><c>steering-wheel</c>: degrees, to the right positive.</summary>
    SteeringWheel,

    /// <summary><c>speed</c>: m/s.</summary>
    Speed,

    /// <summary><c>acceleration</c>: along the vehicle, m/s², braking negative.</summary>
    Acceleration,

    /// <summary><c>gear</c>: <see cref="VehicleGear"/>.</summary>
    Gear,

    /// <summary><c>lights</c>: <see cref="VehicleLights"/>, all bits in one signal.</summary>
    Lights,

    /// <summary><c>low-beam</c>: 1 or 0.</summary>
    LowBeam,

    /// <summary><c>high-beam</c>: 1 or 0.</summary>
    HighBeam,

    /// <summary><c>left-turn</c>: 1 or 0.</summary>
    LeftTurn,

    /// <summary><c>right-turn</c>: 1 or 0.</summary>
    RightTurn,

    /// <summary><c>hazard</c>: 1 or 0.</summary>
    Hazard,

    /// <summary><c>fog-light</c>: 1 or 0.</summary>
    FogLight,

    /// <summary><c>parking-lights</c>: 1 or 0.</summary>
    ParkingLights,
}
