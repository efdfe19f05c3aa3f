using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace HilBench.Wire.Alerts;

/// <summary>
/// A warning that an on-board unit gives its driver, as one line of JSON. There is no standard for this output: vendors adapt theirs to
/// <c>rigs/alert.schema.json</c>.
/// </summary>
/// <param name="Time">When the warning was given, UTC.</param>
/// <param name="Device">Name of the unit.</param>
/// <param name="Rule">Which warning it is, for example <see cref="RedLightViolation"/>.</param>
/// <param name="Active">True when the warning begins, false when it ends.</param>
public sealed record AlertMessage(DateTimeOffset Time, string Device, string Rule, bool Active)
{
    /// <summary>A vehicle ahead brakes hard.</summary>
    public const string EmergencyBrakeLight = "emergency-electronic-brake-light";

    /// <summary>A slower vehicle ahead in the same lane will be reached soon.</summary>
    public const string ForwardCollision = "forward-collision-warning";

    /// <summary>The vehicle is about to run a red light.</summary>
    public const string RedLightViolation = "red-light-violation-warning";

    /// <summary>Temporary id of the vehicle that it is about, 8 hexadecimal digits; null when it is about none.</summary>
    public string? Vehicle { get; init; }

    /// <summary>Intersection that it is about; null when it is about none.</summary>
    public int? Intersection { get; init; }

    /// <summary>Signal group that it is about; null when it is about none.</summary>
    public int? SignalGroup { get; init; }

    /// <summary>Metres to the vehicle or the stop line, 0 or more; null when that is not known.</summary>
    public double? DistanceMetres { get; init; }

    /// <summary>Seconds until it would be reached at the present speeds, 0 or more; null when that is not known.</summary>
    public double? SecondsToReach { get; init; }

    /// <summary>Reads a line; members that are not known are skipped.</summary>
    /// <param name="line">The line, without its line feed.</param>
    /// <param name="alert">The alert.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> line, [NotNullWhen(true)] out AlertMessage? alert, [NotNullWhen(false)] out WireError? error)
    {
        alert = null;
        error = null;
        try
        {
            alert = JsonSerializer.Deserialize(line, AlertJson.Default.AlertMessage);
        }
        catch (JsonException exception)
        {
            error = new WireError($"no alert: {exception.Message}", (int)(exception.BytePositionInLine ?? 0));
            return false;
        }

        if (alert is null || alert.Device is not { Length: > 0 } || alert.Rule is not { Length: > 0 })
        {
            alert = null;
            error = new WireError("an alert has the members time, device, rule and active, none of them empty", 0);
            return false;
        }

        return true;
    }

    /// <summary>The alert as a line, its line feed included.</summary>
    public byte[] Encode() => [.. JsonSerializer.SerializeToUtf8Bytes(this, AlertJson.Default.AlertMessage), (byte)'\n'];
}
