using System.Collections.Immutable;
using HilBench.Geometry;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Scenarios;

namespace HilBench.Scene;

/// <summary>
/// Which vehicles crossed their stop line at red. Only the bench's truth and the lamps say so: what units claim and what a SPaT tells prove
/// nothing. Where a lane has several signal groups, all of them have to be red, for the truth does not say where a vehicle is going.
/// </summary>
internal sealed class StopLineBoard
{
    private const double Near = 15;
    private const double WithinDegrees = 45;
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (Instant At, int Group)> _ran = new(StringComparer.Ordinal);
    private Dictionary<string, (int Lane, double Past)> _fronts = new(StringComparer.Ordinal);

    public void Observe(Instant at, ImmutableArray<VehicleTruth> vehicles, Site site, TangentPlane plane, Func<ImmutableArray<SceneSignal>> signals)
    {
        var fronts = new Dictionary<string, (int Lane, double Past)>(StringComparer.Ordinal);
        foreach (var vehicle in vehicles)
        {
            if (Front(vehicle, site, plane) is not { } front)
            {
                continue;
            }

            fronts[vehicle.Name] = front;
            if (front.Past > 0 && _fronts.TryGetValue(vehicle.Name, out var before) && before.Lane == front.Lane && before.Past <= 0
                && RedOf(site, front.Lane, signals()) is { } group)
            {
                _ran[vehicle.Name] = (at, group);
            }
        }

        _fronts = fronts;
        foreach (var old in _ran.Where(pair => at - pair.Value.At > Shown).Select(pair => pair.Key).ToList())
        {
            _ran.Remove(old);
        }
    }

    /// <summary>The signal group that a vehicle ran the red of in the last five seconds; null for none.</summary>
    public int? RanRed(string vehicle, Instant now) => _ran.TryGetValue(vehicle, out var ran) && now - ran.At <= Shown ? ran.Group : null;

    private static int? RedOf(Site site, int lane, ImmutableArray<SceneSignal> signals)
    {
        var groups = site.Connections.Where(way => way.From == lane).Select(way => way.SignalGroup).Distinct().ToList();
        return groups.Count > 0 && groups.TrueForAll(group => signals.Any(signal => signal.Group == group && signal is { State: SignalState.Red, Source: "lamps" }))
            ? groups[0]
            : null;
    }

    // The ingress lane on which a vehicle's front is, and how far behind the stop line, in metres.
    private static (int Lane, double Past)? Front(VehicleTruth vehicle, Site site, TangentPlane plane)
    {
        var place = plane.ToLocal(new GeoPoint(vehicle.Latitude, vehicle.Longitude, 0));
        var (sine, cosine) = Math.SinCos(double.DegreesToRadians(vehicle.HeadingDegrees));
        var (east, north) = (place.East + (sine * vehicle.LengthMetres / 2), place.North + (cosine * vehicle.LengthMetres / 2));
        foreach (var lane in site.Lanes.Where(lane => lane is { Use: LaneUse.Vehicle, Direction: LaneDirection.Ingress, Path.Length: > 1 }))
        {
            var inward = lane.Path[1].HeadingTo(lane.Path[0]);
            var (inEast, inNorth) = Math.SinCos(double.DegreesToRadians(inward));
            var (offEast, offNorth) = (east - lane.Path[0].East, north - lane.Path[0].North);
            var past = (offEast * inEast) + (offNorth * inNorth);
            var aside = (offEast * inNorth) - (offNorth * inEast);
            if (Math.Abs(past) <= Near && Math.Abs(aside) <= lane.Width / 2 && Math.Abs(Math.IEEERemainder(vehicle.HeadingDegrees - inward, 360)) <= WithinDegrees)
            {
                return (lane.Id, past);
            }
        }

        return null;
    }
}
