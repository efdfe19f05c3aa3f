using System.Collections.Frozen;
using System.Globalization;
using HilBench.Asn1;
using HilBench.Wire.Csae.Network;

namespace HilBench.Wire.Csae;

/// <summary>Units of the integers of T/CSAE 53 and T/CSAE 157: what a decoded number means, by the name of its ASN.1 type.</summary>
public static class CsaeUnits
{
    private static readonly LinearScale Offset = new("°", 1, 10_000_000, -8_388_608, 8_388_607);
    private static readonly LinearScale VerticalOffset = new("m", 1, 10, -2048, 2047);
    private static readonly LinearScale SemiAxis = new("m", 1, 20, 0, 254, 255) { IsOpenAbove = true };
    private static readonly LinearScale Rate = new("°/s", 1, 100, -32_767, 32_767);
    private static readonly LinearScale Attitude = new("°", 1, 80, -14_400, 14_400);

    private static readonly FrozenDictionary<string, LinearScale> Scales = new Dictionary<string, LinearScale>(StringComparer.Ordinal)
    {
        ["Acceleration"] = new("m/s²", 1, 100, -2000, 2000, 2001),
        ["CoarseHeading"] = new("°", 3, 2, 0, 239, 240),
        ["Confidence"] = new("%", 1, 2, 0, 200),
        ["DTimeOffset"] = new("min", 1, 1, -840, 840),
        ["Elevation"] = new("m", 1, 10, -4095, 61_439, -4096),
        ["Heading"] = new("°", 1, 80, 0, 28_799, 28_800),
        ["LaneWidth"] = new("m", 1, 100, 0, 32_767),
        ["Latitude"] = new("°", 1, 10_000_000, -900_000_000, 900_000_000, 900_000_001),
        ["Longitude"] = new("°", 1, 10_000_000, -1_799_999_999, 1_800_000_000, 1_800_000_001),
        ["OffsetLL-B12"] = Offset,
        ["OffsetLL-B14"] = Offset,
        ["OffsetLL-B16"] = Offset,
        ["OffsetLL-B18"] = Offset,
        ["OffsetLL-B22"] = Offset,
        ["OffsetLL-B24"] = Offset,
        ["Pitch"] = Attitude,
        ["PitchRate"] = Rate,
        ["Roll"] = Attitude,
        ["RollRate"] = Rate,
        ["SemiMajorAxisAccuracy"] = SemiAxis,
        ["SemiMajorAxisOrientation"] = new("°", 360, 65_535, 0, 65_534, 65_535),
        ["SemiMinorAxisAccuracy"] = SemiAxis,
        ["Speed"] = new("m/s", 1, 50, 0, 8190, 8191),
        ["SteeringWheelAngle"] = new("°", 3, 2, -126, 126, 127) { IsOpenBelow = true, IsOpenAbove = true },
        ["TimeMark"] = new("s", 1, 10, 0, 36_000, 36_001) { IsOpenAbove = true },
        ["TimeOffset"] = new("s", 1, 100, 1, 65_534, 65_535) { IsOpenAbove = true },
        ["VehicleHeight"] = new("m", 1, 20, 0, 127),
        ["VehicleLength"] = new("m", 1, 100, 0, 4095),
        ["VehicleWidth"] = new("m", 1, 100, 0, 1023),
        ["VertOffset-B07"] = VerticalOffset,
        ["VertOffset-B08"] = VerticalOffset,
        ["VertOffset-B09"] = VerticalOffset,
        ["VertOffset-B10"] = VerticalOffset,
        ["VertOffset-B11"] = VerticalOffset,
        ["VertOffset-B12"] = VerticalOffset,
        ["VerticalAcceleration"] = new("g", 1, 50, -126, 127, -127),
        ["Yaw"] = Attitude,
        ["YawRate"] = Rate,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a decoded number means, for example <c>13.9 m/s</c> or <c>unavailable</c>.</summary>
    /// <param name="node">A value of a decoded message.</param>
    /// <returns>Null when the value has no unit, or is outside its range.</returns>
    public static string? Describe(DecodeNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Children.Count == 0 && long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var raw)
            ? Describe(node.Type, raw)
            : null;
    }

    /// <summary>What a number means.</summary>
    /// <param name="type">ASN.1 name of its type.</param>
    /// <param name="raw">The number of the message.</param>
    /// <returns>Null when the type has no unit, or the number is outside its range.</returns>
    public static string? Describe(string type, long raw) => (type, raw) switch
    {
        ("ShortAid" or "LongAid", _) => ApplicationOf((int)raw),
        ("DSecond", < 60_000 and >= 0) => string.Create(CultureInfo.InvariantCulture, $"{raw / 1000m:0.000} s"),
        ("DSecond", 65_535) or ("MinuteOfTheYear", 527_040) => "unavailable",
        ("MinuteOfTheYear", >= 0 and < 527_040) => string.Create(CultureInfo.InvariantCulture, $"day {(raw / 1440) + 1}, {raw / 60 % 24:00}:{raw % 60:00} UTC"),
        _ => Scales.TryGetValue(type, out var scale) ? scale.Describe(raw) : null,
    };

    /// <summary>What a DSMP message with an application identifier carries; null when it is not known.</summary>
    /// <param name="aid">The identifier.</param>
    public static string? ApplicationOf(int aid) => aid switch
    {
        ShortAidValues.BsmEmergency => "BSM, emergency vehicle",
        ShortAidValues.Bsm => "BSM, ordinary vehicle",
        ShortAidValues.BsmPublic => "BSM, public transport",
        ShortAidValues.BsmSpecial => "BSM, special vehicle",
        ShortAidValues.NetworkTest => "network-layer test",
        LongAidValues.DeviceService => "service advertisement",
        LongAidValues.Map => "MAP",
        LongAidValues.Spat => "SPAT",
        LongAidValues.Rsi => "RSI",
        LongAidValues.RsiSpecial => "RSI, special",
        LongAidValues.RsiPublic => "RSI, public",
        LongAidValues.Rsm => "RSM",
        _ => null,
    };
}
