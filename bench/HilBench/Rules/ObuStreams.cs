using HilBench.Links;
using HilBench.Observing;
using HilBench.Wire.J2735;

namespace HilBench.Rules;

/// <summary>
/// Follows every OBU of a recording: its BSM streams, and its position feed (<c>*.gnss</c>), which says when it has to send. A feed that pauses for
/// more than a second is a restart: what is before it is not compared with what is after it.
/// </summary>
internal sealed class ObuStreams
{
    private static readonly TimeSpan FeedPause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Tap, string? Mac), BsmStream> _streams = [];
    private readonly SortedDictionary<string, Obu> _obus = new(StringComparer.Ordinal);

    /// <summary>Called when an OBU had position but sent nothing up to a time: device, last BSM (null when there was none), last position.</summary>
    public Action<string, Observation?, Instant, Instant>? Silent { get; init; }

    /// <summary>The OBUs seen so far, by name, with the number of their BSMs.</summary>
    public IEnumerable<(string Device, long Messages)> Obus => _obus.Where(pair => pair.Value.Sends).Select(pair => (pair.Key, pair.Value.Messages));

    /// <summary>Takes an observation. For a BSM tells its stream, whose previous message is still the one before.</summary>
    public BsmStream? Observe(Observation observation, out BasicSafetyMessage? message)
    {
        message = null;
        if (TapName.Is(observation.Tap, "gnss"))
        {
            Feed(TapName.Device(observation.Tap), observation.At);
            return null;
        }

        if (!AirMessage.Is(observation, out var air, out message))
        {
            return null;
        }

        var device = TapName.Device(observation.Tap);
        var obu = Of(device);
        obu.Sends = true;
        obu.Messages++;
        obu.LastMessage = observation;
        if (!_streams.TryGetValue((observation.Tap, air.SourceMac), out var stream))
        {
            _streams.Add((observation.Tap, air.SourceMac), stream = new BsmStream(device));
        }

        return stream;
    }

    /// <summary>Ends the recording: OBUs that went silent while they had position are told, silent taps count as OBUs.</summary>
    /// <returns>Why there is no OBU to judge; null when there is one.</returns>
    public string? Conclude(RecordingEnd end)
    {
        foreach (var tap in end.Taps.Where(tap => TapName.IsAirOf(tap, "obu")))
        {
            Of(TapName.Device(tap)).Sends = true;
        }

        if (!Obus.Any())
        {
            return "the recording has no air tap of an OBU and no BSM";
        }

        foreach (var (device, obu) in _obus)
        {
            EndSession(device, obu);
        }

        return null;
    }

    private void Feed(string device, Instant at)
    {
        var obu = Of(device);
        if (obu.LastPosition is { } last && at - last > FeedPause)
        {
            EndSession(device, obu);
            obu.FirstPosition = at;
            foreach (var stream in _streams.Values.Where(stream => stream.Device == device))
            {
                stream.Previous = null;
                stream.Consecutive = 0;
            }
        }

        obu.FirstPosition ??= at;
        obu.LastPosition = at;
    }

    private void EndSession(string device, Obu obu)
    {
        if (obu.FirstPosition is { } first && obu.LastPosition is { } last)
        {
            var sent = obu.LastMessage is { } message && message.At >= first ? message : null;
            Silent?.Invoke(device, sent, sent?.At ?? first, last);
        }
    }

    private Obu Of(string device)
    {
        if (!_obus.TryGetValue(device, out var obu))
        {
            _obus.Add(device, obu = new Obu());
        }

        return obu;
    }

    private sealed class Obu
    {
        public bool Sends { get; set; }

        public long Messages { get; set; }

        public Observation? LastMessage { get; set; }

        public Instant? FirstPosition { get; set; }

        public Instant? LastPosition { get; set; }
    }
}
