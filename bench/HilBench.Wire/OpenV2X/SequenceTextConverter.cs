using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HilBench.Wire.OpenV2X;

/// <summary>Sequence numbers are text in what was seen; some devices write them as numbers.</summary>
internal sealed class SequenceTextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonTokenType.Null => null,
        _ => throw new JsonException("expected a sequence number as text or as a whole number"),
    };

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
