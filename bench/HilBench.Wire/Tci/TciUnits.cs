using System.Collections.Frozen;
using System.Globalization;
using HilBench.Asn1;

namespace HilBench.Wire.Tci;

/// <summary>Units of the integers of OmniAir's Test Control Interface, which takes them from SAE J2735: what a decoded number means, by the name of its type or field.</summary>
public static class TciUnits
{
    private static readonly LinearScale HorizontalAcceleration = new("m/s²", 1, 100, -2000, 2000, 2001);
    private static readonly LinearScale SemiAxis = new("m", 1, 20, 0, 254, 255) { IsOpenAbove = true };

    private static readonly FrozenDictionary<string, LinearScale> Scales = new Dictionary<string, LinearScale>(StringComparer.Ordinal)
    {
        ["Elevation"] = new("m", 1, 10, -4095, 61_439, -4096),
        ["Longitude"] = new("°", 1, 10_000_000, -1_799_999_999, 1_800_000_000, 1_800_000_001),
        ["SetElevation"] = new("m", 1, 10, -4095, 61_439, -4096),
        ["SetHeading"] = new("°", 1, 80, 0, 28_799, 28_800),
        ["SetLongitude"] = new("°", 1, 10_000_000, -1_799_999_999, 1_800_000_000, 1_800_000_001),
        ["SetSpeed"] = new("m/s", 1, 50, 0, 8190, 8191),
        ["SetSteeringWheelAngle"] = new("°", 3, 2, -126, 126, 127) { IsOpenBelow = true, IsOpenAbove = true },
        ["lat"] = new("°", 1, 10_000_000, -900_000_000, 900_000_000, 900_000_001),
        ["latAcceleration"] = HorizontalAcceleration,
        ["longAcceleration"] = HorizontalAcceleration,
        ["semiMajorAxisAccuracy"] = SemiAxis,
        ["semiMajorAxisOrientation"] = new("°", 360, 65_535, 0, 65_534, 65_535),
        ["semiMinorAxisAccuracy"] = SemiAxis,
        ["vehicleLength"] = new("m", 1, 100, 1, 4095, 0),
        ["vehicleWidth"] = new("m", 1, 100, 1, 1023, 0),
        ["verticalAcceleration"] = new("g", 1, 50, -126, 127, -127),
        ["yawRate"] = new("°/s", 1, 100, -32_767, 32_767),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a decoded number means, for example <c>13.9 m/s</c>, <c>unavailable</c> or an instant in UTC.</summary>
    /// <param name="node">A value of a decoded TCIMsg.</param>
    /// <returns>Null when the value has no unit, or is outside its range.</returns>
    public static string? Describe(DecodeNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Children.Count > 0 || !long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var raw))
        {
            return null;
        }

        if (node.Type is "Time64" or "SetGpsTime")
        {
            return raw <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? DateTimeOffset.FromUnixTimeMilliseconds(raw).ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture)
                : null;
        }

        return Scales.TryGetValue(node.Type, out var scale) || Scales.TryGetValue(node.Name, out scale) ? scale.Describe(raw) : null;
    }
}
