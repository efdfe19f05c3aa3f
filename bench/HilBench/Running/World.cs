using HilBench.Scenarios;

namespace HilBench.Running;

/// <summary>The vehicles of a scenario, moved in steps of a tenth of a second.</summary>
public sealed class World
{
    private const double DetectorReach = 40;

    private readonly Site _site;
    private readonly Queue<VehicleTrip> _coming;
    private readonly List<Vehicle> _onSite = [];

    /// <summary>Makes the world of a scenario, empty as yet.</summary>
    public World(Scenario scenario)
    {
        _site = scenario.Site;
        _coming = new Queue<VehicleTrip>(scenario.Vehicles.OrderBy(trip => trip.Enters));
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
        foreach (var vehicle in _onSite)
        {
            vehicle.Step(Tick.TotalSeconds, Light(vehicle.Trip, light));
        }

        _onSite.RemoveAll(vehicle => vehicle.Gone);
        while (_coming.TryPeek(out var next) && next.Enters <= elapsed && _onSite.TrueForAll(other => other.Trip.Device != next.Device))
        {
            _coming.Dequeue();
            _onSite.Add(new Vehicle(next, new RoutePath(_site.FindLane(next.From)!, _site.FindLane(next.To)!)));
        }
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

    private SignalLight Light(VehicleTrip trip, Func<int, SignalLight> light) => Phase(trip) is { } phase ? light(phase) : SignalLight.Green;

    private int? Phase(VehicleTrip trip) => _site.FindConnection(trip.From, trip.To) is { } way ? _site.PhaseOf(way) : null;
}
