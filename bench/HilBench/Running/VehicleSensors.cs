using HilBench.Wire.VehicleBus;

namespace HilBench.Running;

/// <summary>What the sensors of the scenario's vehicles say on their buses: all systems ready; brakes, gear, steering and lights as the vehicle moves.</summary>
internal sealed class VehicleSensors
{
    private const double BrakesFrom = -0.3;

    // A passenger car: how far the wheel at the driver turns for the wheels on the road, and the distance of the axles in metres.
    private const double SteeringRatio = 16;
    private const double Wheelbase = 2.7;
    private const double MostSteeringDegrees = 540;
    private const double LeastMove = 0.05;

    private readonly Dictionary<string, (double Speed, double Distance, double Heading)> _before = new(StringComparer.Ordinal);

    /// <summary>Reads a vehicle's sensors; call it once a <see cref="World.Tick"/>.</summary>
    public VehicleBusState Read(Vehicle vehicle)
    {
        var now = (vehicle.Speed, vehicle.Distance, vehicle.Place.Heading);
        var before = _before.GetValueOrDefault(vehicle.Trip.Name, now);
        _before[vehicle.Trip.Name] = now;
        var acceleration = (now.Speed - before.Speed) / World.Tick.TotalSeconds;
        return new VehicleBusState
        {
            Brake = acceleration < BrakesFrom || vehicle.Speed == 0,
            Abs = VehicleControl.On,
            TractionControl = VehicleControl.On,
            StabilityControl = VehicleControl.On,
            SteeringWheelDegrees = Steering(before.Heading, now.Heading, now.Distance - before.Distance),
            SpeedMetresPerSecond = vehicle.Speed,
            Acceleration = acceleration,
            Gear = VehicleGear.Forward,
            Lights = VehicleLights.LowBeam | vehicle.TurnShown switch
            {
                > 0 => VehicleLights.RightTurn,
                < 0 => VehicleLights.LeftTurn,
                _ => VehicleLights.None,
            },
        };
    }

    // On a curve of radius r the front wheels are turned by atan(wheelbase / r).
    private static double Steering(double from, double to, double metres)
    {
        if (metres < LeastMove)
        {
            return 0;
        }

        var turned = double.DegreesToRadians((((to - from) % 360) + 540) % 360 - 180);
        var wheel = SteeringRatio * double.RadiansToDegrees(Math.Atan(Wheelbase * turned / metres));
        return Math.Round(Math.Clamp(wheel, -MostSteeringDegrees, MostSteeringDegrees), 1);
    }
}
