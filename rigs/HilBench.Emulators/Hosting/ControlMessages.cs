using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace HilBench.Emulators.Hosting;

/// <summary>What goes over the control port of an emulator, as octets.</summary>
public static class ControlMessages
{
    /// <summary>Writes a request.</summary>
    public static byte[] Encode(ControlRequest request) => JsonSerializer.SerializeToUtf8Bytes(request, EmulatorJson.Default.ControlRequest);

    /// <summary>Writes an answer.</summary>
    public static byte[] Encode(EmulatorHealth health) => JsonSerializer.SerializeToUtf8Bytes(health, EmulatorJson.Default.EmulatorHealth);

    /// <summary>Reads a request.</summary>
    public static bool TryReadRequest(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out ControlRequest? request)
    {
        try
        {
            request = JsonSerializer.Deserialize(octets, EmulatorJson.Default.ControlRequest);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            request = null;
        }

        return request is not null;
    }

    /// <summary>Reads an answer.</summary>
    public static bool TryReadHealth(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out EmulatorHealth? health)
    {
        try
        {
            health = JsonSerializer.Deserialize(octets, EmulatorJson.Default.EmulatorHealth);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            health = null;
        }

        return health is not null;
    }
}
