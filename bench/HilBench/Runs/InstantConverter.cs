using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using HilBench.Links;

namespace HilBench.Runs;

/// <summary>An instant as ISO 8601 in UTC with nine decimals.</summary>
internal sealed class InstantConverter : JsonConverter<Instant>
{
    private const int SecondsLength = 19;
    private const int Length = 30;

    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        if (text.Length == Length
            && text[SecondsLength] == '.'
            && text[^1] == 'Z'
            && DateTimeOffset.TryParseExact(
                text.AsSpan(0, SecondsLength),
                "yyyy-MM-dd'T'HH:mm:ss",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var seconds)
            && int.TryParse(text.AsSpan(SecondsLength + 1, 9), NumberStyles.None, CultureInfo.InvariantCulture, out var nanoseconds))
        {
            return new Instant((seconds.ToUnixTimeSeconds() * 1_000_000_000) + nanoseconds);
        }

        throw new JsonException($"'{text}' is not a time, expected ISO 8601 in UTC with nine decimals, for example 2026-07-01T12:00:00.000000001Z");
    }

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
