using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace HilBench.Wire.OpenV2X;

/// <summary>Reads and writes the payloads of the topics.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 64)]
[JsonSerializable(typeof(RsuInfo))]
[JsonSerializable(typeof(RsuHeartbeat))]
[JsonSerializable(typeof(RsuBaseInfo))]
[JsonSerializable(typeof(RsuRunningInfo))]
[JsonSerializable(typeof(MapDown))]
[JsonSerializable(typeof(DownHeader))]
[JsonSerializable(typeof(DownAcknowledgement))]
[JsonSerializable(typeof(InfoQuery))]
[JsonSerializable(typeof(RsiPayload))]
public sealed partial class OpenV2XJson : JsonSerializerContext
{
    /// <summary>Largest payload that is read: 4 MiB.</summary>
    public const int MostOctets = 4 << 20;

    /// <summary>Reads a payload.</summary>
    /// <typeparam name="T">What it should be.</typeparam>
    /// <param name="payload">UTF-8 JSON.</param>
    /// <param name="type">Its type, for example <c>OpenV2XJson.Default.MapDown</c>.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryRead<T>(ReadOnlySpan<byte> payload, JsonTypeInfo<T> type, [NotNullWhen(true)] out T? message, [NotNullWhen(false)] out string? error)
        where T : class
    {
        message = null;
        error = null;
        if (payload.Length > MostOctets)
        {
            error = $"{payload.Length} octets, at most {MostOctets} are read";
            return false;
        }

        if (!Utf8.IsValid(payload))
        {
            error = "$: the octets are no UTF-8";
            return false;
        }

        try
        {
            message = JsonSerializer.Deserialize(payload, type);
        }
        catch (JsonException exception)
        {
            error = $"{exception.Path ?? "$"}: {exception.Message}";
            return false;
        }
        catch (InvalidOperationException exception)
        {
            // An escape in a text stands for half a character.
            error = $"$: {exception.Message}";
            return false;
        }

        error = message is null ? "$: null, expected an object" : null;
        return message is not null;
    }

    /// <summary>Writes a payload.</summary>
    public static byte[] Write<T>(T message, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(message, type);
}
