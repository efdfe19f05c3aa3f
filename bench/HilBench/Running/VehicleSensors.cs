using HilBench.Wire.VehicleBus;

namespace HilBench.Running;

/// <summary>What the sensors of the scenario's vehicles say on their buses: all systems ready, brakes and gear as the vehicle moves.</summary>
internal sealed class VehicleSensors
{
    private const double BrakesFrom = -0.3;

    private readonly Dictionary<string, double> _speeds = new(StringComparer.Ordinal);

    /// <summary>Reads a vehicle's sensors; call it once a <see cref="World.Tick"/>.</summary>
    public VehicleBusState Read(Vehicle vehicle)
    {
        var before = _speeds.GetValueOrDefault(vehicle.Trip.Name, vehicle.Speed);
        _speeds[vehicle.Trip.Name] = vehicle.Speed;
        var acceleration = (vehicle.Speed - before) / World.Tick.TotalSeconds;
        return new VehicleBusState
        {
            Brake = acceleration < BrakesFrom || vehicle.Speed == 0,
            Abs = VehicleControl.On,
            TractionControl = VehicleControl.On,
            StabilityControl = VehicleControl.On,
            SpeedMetresPerSecond = vehicle.Speed,
            Acceleration = acceleration,
            Gear = VehicleGear.Forward,
            Lights = VehicleLights.LowBeam,
        };
    }
}
