using System.Collections.Frozen;
using System.Globalization;
using HilBench.Asn1;

namespace HilBench.Wire.J2735;

/// <summary>Units of the integers of SAE J2735: what a decoded number means, by the name of its ASN.1 type.</summary>
public static class J2735Units
{
    private static readonly LinearScale NodeOffset = new("cm", 1, 1, short.MinValue, short.MaxValue);
    private static readonly LinearScale VehicleDimension = new("cm", 1, 1, 1, 4095, 0);
    private static readonly LinearScale SemiAxis = new("m", 1, 20, 0, 254, 255) { IsOpenAbove = true };
    private static readonly LinearScale Decimetre = new("m", 1, 10, -2047, 2047, -2048) { IsOpenBelow = true, IsOpenAbove = true };

    private static readonly FrozenDictionary<string, LinearScale> Scales = new Dictionary<string, LinearScale>(StringComparer.Ordinal)
    {
        ["Acceleration"] = Acceleration.Scale,
        ["AltitudeValue"] = new("m", 1, 100, -100_000, 800_000, 800_001),
        ["AmbientAirTemperature"] = new("°C", 1, 1, 0, 190, 191) { Origin = -40 },
        ["Angle"] = Heading.Scale,
        ["BumperHeight"] = new("m", 1, 100, 0, 127),
        ["CoarseHeading"] = new("°", 3, 2, 0, 239, 240),
        ["CoefficientOfFriction"] = new("(coefficient)", 1, 50, 0, 50),
        ["Confidence"] = new("%", 1, 2, 0, 200),
        ["DOffset"] = new("min", 1, 1, -840, 840),
        ["DeltaAngle"] = new("°", 1, 1, -150, 150),
        ["DrivenLineOffsetLg"] = new("cm", 1, 1, -32_767, 32_767),
        ["DrivenLineOffsetSm"] = new("cm", 1, 1, -2047, 2047),
        ["Elevation"] = Elevation.Scale,
        ["EssMobileFriction"] = new("%", 1, 1, 0, 100, 101),
        ["EssPrecipRate"] = new("g/(m² s)", 1, 10, 0, 65_534, 65_535),
        ["GrossSpeed"] = new("m/s", 1, 1, 0, 30, 31) { IsOpenAbove = true },
        ["Heading"] = Heading.Scale,
        ["LaneWidth"] = new("cm", 1, 1, 0, 32_767),
        ["Latitude"] = Latitude.Scale,
        ["LatitudeDMS"] = new("″", 1, 100, -32_400_000, 32_400_000),
        ["Longitude"] = Longitude.Scale,
        ["LongitudeDMS"] = new("″", 1, 100, -64_800_000, 64_800_000),
        ["MergeDivergeNodeAngle"] = new("°", 3, 2, -179, 180, -180),
        ["ObstacleDistance"] = new("m", 1, 1, 0, 32_767),
        ["Offset-B09"] = NodeOffset,
        ["Offset-B10"] = NodeOffset,
        ["Offset-B11"] = NodeOffset,
        ["Offset-B12"] = NodeOffset,
        ["Offset-B13"] = NodeOffset,
        ["Offset-B14"] = NodeOffset,
        ["Offset-B16"] = NodeOffset,
        ["OffsetLL-B18"] = new("°", 1, 10_000_000, -131_071, 131_071, -131_072) { IsOpenBelow = true, IsOpenAbove = true },
        ["RoadwayCrownAngle"] = new("°", 3, 10, -127, 127, -128),
        ["Scale-B12"] = new("%", 1, 20, -2048, 2047),
        ["SecondsAngle"] = new("″", 1, 100, 0, 5999),
        ["SemiMajorAxisAccuracy"] = SemiAxis,
        ["SemiMajorAxisOrientation"] = new("°", 360, 65_535, 0, 65_534, 65_535),
        ["SemiMinorAxisAccuracy"] = SemiAxis,
        ["Speed"] = Speed.Scale,
        ["SpeedAdvice"] = new("m/s", 1, 10, 0, 499, 500) { IsOpenAbove = true },
        ["SteeringWheelAngle"] = SteeringWheelAngle.Scale,
        ["TimeOffset"] = new("s", 1, 100, 1, 65_534, 65_535) { IsOpenAbove = true },
        ["VehicleHeight"] = new("m", 1, 20, 0, 127),
        ["VehicleLength"] = VehicleDimension,
        ["VehicleWidth"] = VehicleDimension,
        ["Velocity"] = Speed.Scale,
        ["VertOffset-B07"] = new("m", 1, 10, -63, 63, -64) { IsOpenBelow = true, IsOpenAbove = true },
        ["VertOffset-B12"] = Decimetre,
        ["VerticalAcceleration"] = VerticalAcceleration.Scale,
        ["YawRate"] = YawRate.Scale,
        ["ZoneLength"] = new("m", 1, 1, 1, 10_000, 0),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a decoded number means, for example <c>13.9 m/s</c> or <c>unavailable</c>.</summary>
    /// <param name="node">A value of a decoded message.</param>
    /// <returns>Null when the value has no unit, or is outside its range.</returns>
    public static string? Describe(DecodeNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Children.Count == 0 && long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var raw)
            ? Describe(node.Name, node.Type, raw)
            : null;
    }

    /// <summary>What a number means.</summary>
    /// <param name="member">ASN.1 name of the member that holds it.</param>
    /// <param name="type">ASN.1 name of its type.</param>
    /// <param name="raw">The number of the message.</param>
    /// <returns>Null when the type has no unit, or the number is outside its range.</returns>
    public static string? Describe(string member, string type, long raw) => (member, type) switch
    {
        (_, "DSecond") => DSecond.Describe(raw),
        (_, "MinuteOfTheYear") => MinuteOfTheYear.Describe(raw),
        (_, "TimeMark") => TimeMark.Describe(raw),
        (_, "RadiusOfCurvature") => RadiusOfCurvature(raw),

        // The same type in steps of 10 cm: the change of elevation at a node (DF_NodeAttributeSetXY).
        ("dElevation", "Offset-B10") => Decimetre.Describe(raw),
        _ => Scales.TryGetValue(type, out var scale) ? scale.Describe(raw) : null,
    };

    // Steps of 0.1 m, right positive; the greatest number is a straight path.
    private static string? RadiusOfCurvature(long raw) => raw switch
    {
        32_767 => "straight",
        >= -32_767 and < 32_767 => string.Create(CultureInfo.InvariantCulture, $"{raw / 10m:0.#} m"),
        _ => null,
    };
}
