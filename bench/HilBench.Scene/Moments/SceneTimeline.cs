using HilBench.Geometry;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rules;
using HilBench.Scenarios;
using HilBench.Wire.J2735;

namespace HilBench.Scene;

/// <summary>
/// Follows a recording, or a run while it goes, and tells what a picture shows of the moment that it has come to. What it keeps is the last
/// word of each device, so its memory does not grow with the recording.
/// </summary>
public sealed class SceneTimeline
{
    private readonly SignalBoard _signals = new();
    private readonly VehicleBoard _vehicles = new();
    private readonly AirBoard _air = new();
    private readonly StopLineBoard _stopLines = new();
    private IntersectionKey? _key;
    private ReadOnlyMemory<byte> _map;
    private Site? _site;
    private TangentPlane? _plane;

    /// <summary>When the recording begins; null before its first packet.</summary>
    public Instant? First { get; private set; }

    /// <summary>The last packet so far; null before the first.</summary>
    public Instant? Last { get; private set; }

    /// <summary>Whether a MAP was on the air already.</summary>
    public bool HasSite => _site is not null;

    /// <summary>Takes the next observation.</summary>
    public void Observe(Observation observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        if (observation.Tap != TapName.BenchClock)
        {
            First ??= observation.At;
            Last = observation.At;
        }

        if (AirMessage.Is<MapData>(observation, out var air, out var map))
        {
            Take(TapName.Device(observation.Tap), air.Payload, map);
        }

        if (observation.Content is TruthContent truth && _site is not null && _plane is not null)
        {
            _stopLines.Observe(observation.At, truth.Vehicles, _site, _plane, () => _signals.At(observation.At, _site));
        }

        _signals.Observe(observation);
        _vehicles.Observe(observation);
        _air.Observe(observation);
    }

    /// <summary>The moment.</summary>
    /// <param name="now">When: not before the last observation.</param>
    public SceneMoment At(Instant now) => new()
    {
        At = now,
        Elapsed = now - (First ?? now),
        Site = _site,
        SiteSource = _key?.Device,
        Signals = _site is null ? [] : _signals.At(now, _site),
        Vehicles = _plane is null ? [] : [.. _vehicles.At(now, _plane).Select(vehicle => vehicle with { RanRedOf = _stopLines.RanRed(vehicle.Name, now) })],
        Messages = _air.At(now),
        Alerts = _air.AlertsAt(now),
    };

    // The first intersection on the air is the scene's; its MAP is read again only when its octets change.
    private void Take(string device, ReadOnlyMemory<byte> octets, MapData map)
    {
        if (map.Intersections is not [var intersection, ..] || octets.Span.SequenceEqual(_map.Span))
        {
            return;
        }

        var key = IntersectionKey.Of(device, intersection.Id);
        if (_key is not null && _key != key)
        {
            return;
        }

        try
        {
            _site = MapSite.Read(map, []);
            _plane = new TangentPlane(_site.Reference);
            _key = key;
            _map = octets;
        }
        catch (FormatException)
        {
            // A MAP of a form that this bench does not draw leaves the last one in the picture.
        }
    }
}
