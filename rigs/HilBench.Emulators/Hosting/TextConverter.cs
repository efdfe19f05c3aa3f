using System.Text.Json;
using System.Text.Json.Serialization;

namespace HilBench.Emulators.Hosting;

/// <summary>A value that a JSON document writes as text.</summary>
internal abstract class TextConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Parse(reader.GetString()!) is (true, var value)
            ? value
            : throw new JsonException($"not {ExpectedValue.Of(typeToConvert)}");

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    private protected abstract (bool Valid, T Value) Parse(string text);

    private protected abstract string Format(T value);
}
