using System.Collections.Immutable;
using System.Globalization;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rules;
using HilBench.Wire.J2735;

namespace HilBench.Scene;

/// <summary>What devices put on the air a moment ago, and the warnings in it.</summary>
internal sealed class AirBoard
{
    private const int Most = 4096;
    private static readonly TimeSpan OnAir = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Warns = TimeSpan.FromSeconds(2);
    private static readonly string[] Events =
    [
        "hazard lights", "stop line violation", "ABS", "traction control loss", "stability control", "hazardous materials", "", "hard braking",
        "", "", "flat tire", "disabled vehicle", "air bag", "jack-knife",
    ];

    private readonly Queue<SceneMessage> _messages = new();
    private readonly Dictionary<string, Instant> _alerts = new(StringComparer.Ordinal);

    public void Observe(Observation observation)
    {
        if (AirMessage.SentBy(observation)?.Frame?.Value is not { } frame)
        {
            return;
        }

        var device = TapName.Device(observation.Tap);
        _messages.Enqueue(new SceneMessage(device, Kind(frame.MessageId), observation.At));
        while (_messages.Count > Most || (_messages.TryPeek(out var first) && observation.At - first.At > Warns))
        {
            _messages.Dequeue();
        }

        foreach (var alert in Alerts(device, frame).Where(alert => _alerts.Count < Most || _alerts.ContainsKey(alert)))
        {
            _alerts[alert] = observation.At;
        }
    }

    /// <summary>Messages of the last 200 ms, oldest first.</summary>
    public ImmutableArray<SceneMessage> At(Instant now) => [.. _messages.Where(message => message.At <= now && now - message.At <= OnAir)];

    /// <summary>Warnings of the last two seconds.</summary>
    public ImmutableArray<string> AlertsAt(Instant now)
    {
        foreach (var old in _alerts.Where(pair => now - pair.Value > Warns).Select(pair => pair.Key).ToList())
        {
            _alerts.Remove(old);
        }

        return [.. _alerts.Keys.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Alerts(string device, MessageFrame frame)
    {
        if (frame.MessageId is 22 or 23 or 27 or 31)
        {
            yield return $"{device}: {Kind(frame.MessageId)}";
        }

        if (frame.Value is not BasicSafetyMessage { PartII: { } parts })
        {
            yield break;
        }

        foreach (var flags in parts.Select(part => (part.PartIIValue as VehicleSafetyExtensions)?.Events))
        {
            for (var bit = 0; flags is { } set && bit < Math.Min(set.Length, Events.Length); bit++)
            {
                if (set[bit] && Events[bit].Length > 0)
                {
                    yield return $"{device}: {Events[bit]}";
                }
            }
        }
    }

    // SAE J2735 DSRCmsgID.
    private static string Kind(int id) => id switch
    {
        18 => "MAP",
        19 => "SPAT",
        20 => "BSM",
        22 => "EVA",
        23 => "ICA",
        27 => "RSA",
        28 => "RTCM",
        29 => "SRM",
        30 => "SSM",
        31 => "TIM",
        32 => "PSM",
        33 => "RSM",
        _ => string.Create(CultureInfo.InvariantCulture, $"message {id}"),
    };
}
