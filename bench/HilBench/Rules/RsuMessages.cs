using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>The SPaT and MAP messages that RSUs make themselves, one intersection at a time; what they only forward is left out.</summary>
internal sealed class RsuMessages
{
    private readonly ForwardedMessages _forwarded = new();
    private readonly HashSet<IntersectionKey> _mapped = [];
    private readonly SortedSet<string> _devices = new(StringComparer.Ordinal);

    /// <summary>Called for each intersection of a SPaT.</summary>
    public Action<IntersectionKey, Observation, SPAT, IntersectionState>? Spat { get; init; }

    /// <summary>Called for each MAP.</summary>
    public Action<string, Observation, MapData>? Map { get; init; }

    /// <summary>Called for each intersection of a MAP, after <see cref="Map"/>.</summary>
    public Action<IntersectionKey, Observation, IntersectionGeometry>? Geometry { get; init; }

    /// <summary>The RSUs that sent a SPaT or a MAP of their own, or, after <see cref="Conclude"/>, have an air tap.</summary>
    public IReadOnlyCollection<string> Devices => _devices;

    /// <summary>Takes an observation.</summary>
    public void Observe(Observation observation)
    {
        _forwarded.Observe(observation);
        if (AirMessage.SentBy(observation) is not { Frame: { } frame } air)
        {
            return;
        }

        switch (frame.Value.Value)
        {
            case SPAT spat:
                ObserveSpat(observation, air, spat);
                break;
            case MapData map:
                ObserveMap(observation, air, map);
                break;
        }
    }

    /// <summary>Ends the recording.</summary>
    /// <returns>Why there is no RSU to judge; null when there is one.</returns>
    public string? Conclude(RecordingEnd end)
    {
        foreach (var tap in end.Taps.Where(tap => TapName.IsAirOf(tap, "rsu")))
        {
            _devices.Add(TapName.Device(tap));
        }

        return _devices.Count > 0 ? null : "the recording has no air tap of an RSU and neither SPaT nor MAP";
    }

    private void ObserveSpat(Observation observation, AirContent air, SPAT spat)
    {
        var device = TapName.Device(observation.Tap);
        var isForwarded = _forwarded.Contains(device, air);
        foreach (var state in spat.Intersections)
        {
            var key = IntersectionKey.Of(device, state.Id);
            if (isForwarded)
            {
                _forwarded.Learn(key);
            }
            else if (_mapped.Contains(key) || !_forwarded.TellOf(key))
            {
                _devices.Add(device);
                Spat?.Invoke(key, observation, spat, state);
            }
        }
    }

    private void ObserveMap(Observation observation, AirContent air, MapData map)
    {
        var device = TapName.Device(observation.Tap);
        if (_forwarded.Contains(device, air))
        {
            return;
        }

        _devices.Add(device);
        Map?.Invoke(device, observation, map);
        foreach (var geometry in map.Intersections ?? [])
        {
            var key = IntersectionKey.Of(device, geometry.Id);
            _mapped.Add(key);
            Geometry?.Invoke(key, observation, geometry);
        }
    }
}
