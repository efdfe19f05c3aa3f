using HilBench.Scenarios;

namespace HilBench.Running;

/// <summary>The vehicles of a scenario, moved in steps of a tenth of a second.</summary>
public sealed class World
{
    private const double DetectorReach = 40;

    private readonly Site _site;
    private readonly List<VehicleTrip> _coming;
    private readonly List<Vehicle> _onSite = [];

    /// <summary>Makes the world of a scenario, empty as yet.</summary>
    public World(Scenario scenario)
    {
        _site = scenario.Site;
        _coming = [.. scenario.Vehicles.OrderBy(trip => trip.Enters)];
    }

    /// <summary>Step of the world.</summary>
    public static TimeSpan Tick { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The vehicles on the site, in the order in which they came.</summary>
    public IReadOnlyList<Vehicle> OnSite => _onSite;

    /// <summary>Moves the world on by <see cref="Tick"/>.</summary>
    /// <param name="elapsed">Time since the start of the run.</param>
    /// <param name="light">The light that a phase shows.</param>
    public void Step(TimeSpan elapsed, Func<int, SignalLight> light)
    {
        for (var place = 0; place < _onSite.Count; place++)
        {
            _onSite[place].Step(Tick.TotalSeconds, Light(_onSite[place].Trip, light), Ahead(place));
        }

        _onSite.RemoveAll(vehicle => vehicle.Gone);
        _coming.RemoveAll(next => next.Enters <= elapsed && Enter(next));
    }

    /// <summary>Phases on whose detectors, the last 40 m before the stop line, a vehicle is; bit 0 is phase 1.</summary>
    public ushort OccupiedDetectors()
    {
        var phases = 0;
        foreach (var vehicle in _onSite)
        {
            if (vehicle.ToStopLine is >= 0 and <= DetectorReach && Phase(vehicle.Trip) is { } phase)
            {
                phases |= 1 << (phase - 1);
            }
        }

        return (ushort)phases;
    }

    // A unit is in one vehicle at a time.
    private bool Enter(VehicleTrip trip)
    {
        if (trip.Device is not null && _onSite.Exists(other => other.Trip.Device == trip.Device))
        {
            return false;
        }

        _onSite.Add(new Vehicle(trip, new RoutePath(_site.FindLane(trip.From)!, _site.FindLane(trip.To)!)));
        return true;
    }

    // Of two that are level, as where they come in, the one that came first is ahead.
    private Leader? Ahead(int place)
    {
        if (_onSite[place].Trip.IgnoresTraffic)
        {
            return null;
        }

        Leader? nearest = null;
        for (var other = 0; other < _onSite.Count; other++)
        {
            if (other != place && _onSite[place].Follow(_onSite[other], whenLevel: other < place) is { } leader
                && (nearest is null || leader.GapMetres < nearest.Value.GapMetres))
            {
                nearest = leader;
            }
        }

        return nearest;
    }

    private SignalLight Light(VehicleTrip trip, Func<int, SignalLight> light) =>
        !trip.IgnoresSignal && Phase(trip) is { } phase ? light(phase) : SignalLight.Green;

    private int? Phase(VehicleTrip trip) => _site.FindConnection(trip.From, trip.To) is { } way ? _site.PhaseOf(way) : null;
}
