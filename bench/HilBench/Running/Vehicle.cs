using HilBench.Geometry;
using HilBench.Scenarios;

namespace HilBench.Running;

/// <summary>A vehicle of a scenario on its way: parked, driving behind others, stopping at the stop line unless its light is green, parked again, gone.</summary>
public sealed class Vehicle
{
    private const double Acceleration = 2.0;
    private const double ComfortableBraking = 2.5;
    private const double SurestBraking = 3.0;
    private const double HardestBraking = 3.5;
    private const double LateralAcceleration = 2.0;
    private const double GapToStopLine = 1.0;
    private const double CreepSpeed = 0.3;
    private const double GapToLeader = 2.0;
    private const double HeadwaySeconds = 1.0;
    private const double TurnShownFrom = 30;

    private readonly VehicleTrip _trip;
    private readonly RoutePath _route;
    private readonly double _turnSpeed;
    private readonly double _stopAt;
    private double _parked;
    private bool _committed;

    /// <summary>Puts a vehicle at the far end of its ingress lane.</summary>
    /// <param name="trip">What it does.</param>
    /// <param name="route">The line that it follows.</param>
    public Vehicle(VehicleTrip trip, RoutePath route)
    {
        _trip = trip;
        _route = route;
        _turnSpeed = Math.Min(trip.Speed, Math.Sqrt(LateralAcceleration * route.TurnRadius));
        _stopAt = Math.Max(0, route.StopLine - (trip.Length / 2) - GapToStopLine);
    }

    /// <summary>What it does.</summary>
    public VehicleTrip Trip => _trip;

    /// <summary>Way of its middle from the start of the route, in metres.</summary>
    public double Distance { get; private set; }

    /// <summary>Speed, in m/s.</summary>
    public double Speed { get; private set; }

    /// <summary>True once its trip is over.</summary>
    public bool Gone { get; private set; }

    /// <summary>Where its middle is, and where it heads.</summary>
    public (LocalPoint Point, double Heading) Place => _route.At(Distance);

    /// <summary>Whether its front has passed the stop line.</summary>
    public bool PastStopLine => Distance + (_trip.Length / 2) > _route.StopLine;

    /// <summary>Metres from its front to the stop line; negative behind it.</summary>
    public double ToStopLine => _route.StopLine - Distance - (_trip.Length / 2);

    /// <summary>
    /// How far another vehicle is in front of it on the way that both share: the ingress lane up to where the other has turned off, or the
    /// egress lane; null when it is not in front, goes another way, or is parked at either end.
    /// </summary>
    /// <param name="other">The other vehicle.</param>
    /// <param name="whenLevel">Whether the other counts as in front where both are level.</param>
    public Leader? Follow(Vehicle other, bool whenLevel = false)
    {
        ArgumentNullException.ThrowIfNull(other);
        double ahead;
        if (other.Waits || other.Arrived)
        {
            return null;
        }

        if (other._trip.From == _trip.From && (other._trip.To == _trip.To || other.Distance < other._route.CurveEnd))
        {
            ahead = other.Distance - Distance;
        }
        else if (other._trip.To == _trip.To && other.Distance >= other._route.CurveEnd)
        {
            ahead = other.Distance - other._route.CurveEnd - (Distance - _route.CurveEnd);
        }
        else
        {
            return null;
        }

        return ahead > 0 || (ahead == 0 && whenLevel) ? new Leader(ahead - ((other._trip.Length + _trip.Length) / 2), other.Speed) : null;
    }

    /// <summary>Where its driver shows to turn: degrees to the right positive, from 30 m before the stop line to the end of the curve; else 0.</summary>
    public double TurnShown => ToStopLine <= TurnShownFrom && Distance < _route.CurveEnd ? _route.TurnsBy : 0;

    private bool Waits => Distance == 0 && _parked < _trip.Waits.TotalSeconds;

    private bool Arrived => Distance >= _route.Length - 0.01;

    /// <summary>Moves it on.</summary>
    /// <param name="seconds">Time step, in seconds.</param>
    /// <param name="light">Its light now.</param>
    /// <param name="ahead">Who drives in front of it; null for nobody.</param>
    public void Step(double seconds, SignalLight light, Leader? ahead = null)
    {
        if (Waits)
        {
            _parked += seconds;
            return;
        }

        if (Arrived)
        {
            Stay(seconds);
            return;
        }

        var wanted = Math.Min(Speed + (Acceleration * seconds), _trip.Speed);
        wanted = Math.Min(wanted, SpeedToReach(_turnSpeed, _route.StopLine - Distance, Distance > _route.CurveEnd));
        if (MustStop(light))
        {
            wanted = Math.Min(wanted, SpeedToStopIn(_stopAt - Distance));
        }

        if (ahead is { } leader)
        {
            wanted = Math.Min(wanted, SpeedBehind(leader));
        }

        if (_trip.Stays > TimeSpan.Zero)
        {
            wanted = Math.Min(wanted, Math.Max(CreepSpeed, SpeedToStopIn(_route.Length - Distance)));
        }

        Speed = Math.Max(wanted, Speed - (HardestBraking * seconds));
        Distance = Math.Min(Distance + (Speed * seconds), _route.Length);
        if (Arrived)
        {
            Distance = _route.Length;
            Speed = _trip.Stays > TimeSpan.Zero ? 0 : Speed;
            _parked = 0;
        }
    }

    private void Stay(double seconds)
    {
        _parked += seconds;
        Gone = _parked >= _trip.Stays.TotalSeconds;
    }

    private bool MustStop(SignalLight light)
    {
        if (_committed || Distance > _stopAt + (GapToStopLine / 2))
        {
            _committed = true;
            return false;
        }

        // Who can no longer stop when the light turns from green goes on.
        var needed = Speed * Speed / (2 * SurestBraking);
        _committed = light != SignalLight.Red && Speed > 1 && needed > _stopAt - Distance;
        return !_committed && light != SignalLight.Green;
    }

    private static double SpeedToReach(double speed, double metresAhead, bool past) =>
        past ? double.PositiveInfinity : Math.Sqrt((speed * speed) + (2 * ComfortableBraking * Math.Max(0, metresAhead)));

    // So slow that the vehicle stops behind its leader when the leader brakes now and its own driver a headway later.
    private static double SpeedBehind(Leader leader)
    {
        var room = leader.GapMetres - GapToLeader;
        var reaction = ComfortableBraking * HeadwaySeconds;
        var square = (reaction * reaction) + (leader.SpeedMetresPerSecond * leader.SpeedMetresPerSecond) + (2 * ComfortableBraking * room);
        return room < 0.05 && leader.SpeedMetresPerSecond == 0 ? 0 : Math.Max(0, Math.Sqrt(Math.Max(0, square)) - reaction);
    }

    private static double SpeedToStopIn(double metres) => metres < 0.05 ? 0 : Math.Sqrt(2 * ComfortableBraking * metres);
}
