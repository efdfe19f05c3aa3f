using System.Globalization;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rules;

namespace HilBench.Scene;

/// <summary>Reads moments out of a capture, in one pass, packet by packet.</summary>
public static class SceneRecording
{
    /// <summary>When a capture begins and ends: the range of moments that can be asked for.</summary>
    /// <param name="capture">The capture file.</param>
    /// <exception cref="CaptureException">The file is no capture, or is damaged.</exception>
    /// <exception cref="SceneException">It holds no packet.</exception>
    public static (Instant First, Instant Last) Range(string capture)
    {
        using var reader = CaptureReader.Open(capture);
        Instant? first = null;
        Instant last = default;
        foreach (var packet in reader.Packets())
        {
            if (packet.Tap.Name != TapName.BenchClock)
            {
                first ??= packet.At;
                last = packet.At;
            }
        }

        return first is { } begin ? (begin, last) : throw new SceneException($"{capture}: the capture holds no packet, so there is nothing to draw.");
    }

    /// <summary>The moments at some times, in order.</summary>
    /// <param name="capture">The capture file.</param>
    /// <param name="times">The times, ascending, inside <see cref="Range"/>.</param>
    /// <param name="skip">Octets before each air frame that are passed over.</param>
    /// <exception cref="CaptureException">The file is no capture, or is damaged.</exception>
    public static IEnumerable<SceneMoment> Moments(string capture, IReadOnlyList<Instant> times, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(times);
        var timeline = new SceneTimeline();
        var next = 0;
        using var reader = CaptureReader.Open(capture);
        foreach (var packet in reader.Packets())
        {
            // Before the first MAP there is no site to draw: what was asked for then is drawn with the first MAP that comes.
            while (next < times.Count && packet.At > times[next] && timeline.HasSite)
            {
                yield return timeline.At(times[next++]);
            }

            if (next == times.Count)
            {
                yield break;
            }

            timeline.Observe(ObservationReader.ReadBehind(packet, skip));
        }

        while (next < times.Count)
        {
            yield return timeline.At(times[next++]);
        }
    }

    /// <summary>A time of the recording in words, for messages.</summary>
    public static string InSeconds(TimeSpan elapsed) => string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.###} s");
}
