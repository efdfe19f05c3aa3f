using System.Collections.Immutable;
using System.Globalization;
using HilBench.Geometry;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rules;
using HilBench.Scenarios;
using HilBench.Wire.J2735;

namespace HilBench.Scene;

/// <summary>Where the vehicles are, and where their units say they are.</summary>
internal sealed class VehicleBoard
{
    private const int MostUnits = 4096;
    private const double DegreeScale = 1e7;
    private const int HeadingUnavailable = 28_800;
    private const int SpeedUnavailable = 8191;
    private static readonly TimeSpan Stale = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private ImmutableArray<VehicleTruth> _truth = [];
    private Instant _truthAt;

    public void Observe(Observation observation)
    {
        if (observation.Content is TruthContent truth)
        {
            (_truth, _truthAt) = (truth.Vehicles, observation.At);
            _known.UnionWith(truth.Vehicles.Select(vehicle => vehicle.Device).OfType<string>());
        }
        else if (AirMessage.Is<BasicSafetyMessage>(observation, out _, out var bsm))
        {
            Hear(observation, bsm.CoreData);
        }
    }

    /// <summary>The vehicles on a plane.</summary>
    public ImmutableArray<SceneVehicle> At(Instant now, TangentPlane plane)
    {
        var vehicles = ImmutableArray.CreateBuilder<SceneVehicle>();
        var truths = now - _truthAt < Stale ? _truth : [];
        foreach (var truth in truths)
        {
            var told = truth.Device is { } device && _told.TryGetValue(device, out var last) && now - last.At <= Stale ? last : null;
            vehicles.Add(new SceneVehicle(
                truth.Name,
                truth.Device,
                new ScenePose(plane.ToLocal(new GeoPoint(truth.Latitude, truth.Longitude, 0)), truth.HeadingDegrees, truth.SpeedMetresPerSecond),
                told?.Pose(plane),
                told?.Error(plane),
                truth.LengthMetres,
                truth.WidthMetres));
        }

        foreach (var (name, told) in _told.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (now - told.At <= Stale && !truths.Any(truth => truth.Device == name))
            {
                vehicles.Add(new SceneVehicle(name, told.Device, null, told.Pose(plane), null, told.Length, told.Width));
            }
        }

        return vehicles.ToImmutable();
    }

    private void Hear(Observation observation, BSMcoreData core)
    {
        var device = TapName.Device(observation.Tap);
        var name = _known.Contains(device) ? device : string.Create(CultureInfo.InvariantCulture, $"{device} {Convert.ToHexString(core.Id.Span)}");
        if (_told.Count >= MostUnits && !_told.ContainsKey(name))
        {
            Forget(observation.At);
        }

        var truth = _truth.FirstOrDefault(vehicle => vehicle.Device == device);
        _told[name] = new Told(observation.At, device, core, observation.At - _truthAt < Stale ? truth : null, (observation.At - _truthAt).TotalSeconds);
    }

    private void Forget(Instant now)
    {
        foreach (var old in _told.Where(pair => now - pair.Value.At > Stale).Select(pair => pair.Key).ToList())
        {
            _told.Remove(old);
        }

        if (_told.Count >= MostUnits)
        {
            _told.Remove(_told.MinBy(pair => pair.Value.At).Key);
        }
    }

    private sealed class Told(Instant at, string device, BSMcoreData core, VehicleTruth? truth, double truthAge)
    {
        public Instant At => at;

        public string Device => device;

        public double Length => core.Size.Length > 0 ? core.Size.Length / 100.0 : VehicleTrip.UsualLength;

        public double Width => core.Size.Width > 0 ? core.Size.Width / 100.0 : VehicleTrip.UsualWidth;

        public ScenePose Pose(TangentPlane plane) => new(
            plane.ToLocal(new GeoPoint(core.Lat / DegreeScale, core.Long / DegreeScale, 0)),
            core.Heading == HeadingUnavailable ? truth?.HeadingDegrees ?? 0 : core.Heading / 80.0,
            core.Speed == SpeedUnavailable ? 0 : core.Speed / 50.0);

        // The truth is moved on to the time of the BSM, a tenth of a second at most.
        public double? Error(TangentPlane plane)
        {
            if (truth is null)
            {
                return null;
            }

            var place = plane.ToLocal(new GeoPoint(truth.Latitude, truth.Longitude, 0));
            var (sine, cosine) = Math.SinCos(double.DegreesToRadians(truth.HeadingDegrees));
            var way = truth.SpeedMetresPerSecond * truthAge;
            return new LocalPoint(place.East + (way * sine), place.North + (way * cosine)).DistanceTo(Pose(plane).Place);
        }
    }
}
