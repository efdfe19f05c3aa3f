using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using HilBench.Asn1;
using HilBench.Wire.Csae.Day1;

namespace HilBench.Wire.OpenV2X;

/// <summary>
/// Reads a road event as OpenV2X sends it down and makes T/CSAE 53-2020 RoadSideInformation of it: type, source, position (degrees), radius,
/// description, priority, confidence. The event's id, status, times and class have no place there or no published unit; <c>left</c> names what
/// was found and left out.
/// </summary>
public static class RsiJson
{
    private static readonly string[] Read = ["eventType", "eventSource", "eventPosition", "eventRadius", "eventDescription", "eventPriority", "eventConfidence"];

    /// <summary>Reads an event.</summary>
    /// <param name="json">The event.</param>
    /// <param name="unit">Identity of the unit, 8 octets.</param>
    /// <param name="unitPosition">Where the unit stands, for an event without position.</param>
    /// <param name="message">The message; its event's number is 0.</param>
    /// <param name="left">Names of what is in the JSON and not in the message.</param>
    /// <param name="error">Why it is none: path, what was found, what was expected.</param>
    public static bool TryRead(
        JsonElement json,
        ReadOnlySpan<byte> unit,
        RsuLocation unitPosition,
        [NotNullWhen(true)] out RoadSideInformation? message,
        out ImmutableArray<string> left,
        [NotNullWhen(false)] out string? error)
    {
        message = null;
        error = null;
        left = [];
        var id = new OctetString(unit);
        try
        {
            var root = new JsonPlace(json, "rsi");
            var position = root.Find("eventPosition") is { } where ? Position(where) : Position(unitPosition);
            left = [.. json.EnumerateObject().Select(property => property.Name).Where(name => !Read.Contains(name, StringComparer.Ordinal))];
            message = new RoadSideInformation { MsgCnt = 0, Id = id, RefPos = position, Rtes = [Event(root, position)] };
        }
        catch (JsonContentException exception)
        {
            error = exception.Message;
        }
        catch (InvalidOperationException exception)
        {
            // A text that is no text: octets that are no UTF-8, or an escape that stands for half a character.
            error = $"rsi: {exception.Message}";
        }

        return message is not null;
    }

    private static RTEData Event(JsonPlace root, Position3D position) => new()
    {
        RteId = 0,
        EventType = root["eventType"].Number(0, 65_535),
        EventSource = (EventSource)(root.Find("eventSource")?.Number(0, 5) ?? 0),
        EventPos = new PositionOffsetLLV
        {
            OffsetLL = new PositionOffsetLL.PositionLatLon(new PositionLLmD64b { Lon = position.Long, Lat = position.Lat }),
        },
        EventRadius = root.Find("eventRadius") is { } radius ? (int)Math.Round(radius.Real(0, 6553.5) * 10) : null, // T/CSAE 53: decimetres
        Description = root.Find("eventDescription") is { } description ? Description(description) : null,
        Priority = root.Find("eventPriority") is { } priority ? new OctetString([(byte)(priority.Number(0, 7) << 5)]) : null, // B11100000: the upper three bits
        EventConfidence = root.Find("eventConfidence") is { } confidence ? (int)Math.Round(confidence.Real(0, 1) * 200) : null,
    };

    private static Description.TextString? Description(JsonPlace description)
    {
        var text = description.Text();
        return text.Length == 0 ? null
            : text.Length <= 512 && Ascii(text) ? new Description.TextString(text)
            : throw new JsonContentException(description.Path, $"{Encoding.UTF8.GetByteCount(text)} octets, expected at most 512 of ASCII (GB 2312 is not written)");
    }

    private static bool Ascii(string text) => text.All(char.IsAscii);

    private static Position3D Position(JsonPlace position) =>
        Position(new RsuLocation(position["lon"].Real(-180, 180), position["lat"].Real(-90, 90)));

    private static Position3D Position(RsuLocation position) => new()
    {
        Lat = (int)Math.Round(position.Lat * 1e7),
        Long = Math.Max(-1_799_999_999, (int)Math.Round(position.Lon * 1e7)),
    };
}
