using System.Collections.Frozen;
using System.Globalization;
using HilBench.Asn1;
using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Wire.Etsi;

/// <summary>Units of the integers of ETSI messages (TS 102 894-2, releases 1 and 2): what a decoded number means, by the name of its ASN.1 type.</summary>
public static class EtsiUnits
{
    /// <summary>TimestampIts counts from here, in TAI without leap seconds since then (TS 102 894-2 A.82).</summary>
    private static readonly DateTime Epoch = new(2004, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly LinearScale Degrees = new("°", 1, 10, 0, 3600, 3601);
    private static readonly LinearScale DegreesConfidence = new("°", 1, 10, 1, 125, 127);
    private static readonly LinearScale Acceleration = new("m/s²", 1, 10, -160, 160, 161) { IsOpenBelow = true, IsOpenAbove = true };
    private static readonly LinearScale Offset = new("°", 1, 10_000_000, -131_071, 131_071, 131_072) { IsOpenBelow = true, IsOpenAbove = true };
    private static readonly LinearScale Metre = new("m", 1, 100, -32_768, 32_767) { IsOpenBelow = true, IsOpenAbove = true };
    private static readonly LinearScale Decimetre = new("m", 1, 10, 0, 65_535);
    private static readonly LinearScale Milliseconds = new("ms", 1, 1, -2048, 65_535);
    private static readonly LinearScale Seconds = new("s", 1, 1, 0, 86_400);
    private static readonly LinearScale AngularRate = new("°/s", 1, 1, -255, 255, 256) { IsOpenBelow = true, IsOpenAbove = true };

    private static readonly FrozenDictionary<string, LinearScale> Scales = new Dictionary<string, LinearScale>(StringComparer.Ordinal)
    {
        ["AccelerationConfidence"] = new("m/s²", 1, 10, 0, 100, 102),
        ["AccelerationMagnitudeValue"] = new("m/s²", 1, 10, 0, 160, 161) { IsOpenAbove = true },
        ["AccelerationValue"] = Acceleration,
        ["AltitudeValue"] = new("m", 1, 100, -100_000, 800_000, 800_001) { IsOpenBelow = true, IsOpenAbove = true },
        ["AngleConfidence"] = DegreesConfidence,
        ["CartesianAngleValue"] = Degrees,
        ["CartesianAngularAccelerationComponentValue"] = new("°/s²", 1, 1, -255, 255, 256) { IsOpenBelow = true, IsOpenAbove = true },
        ["CartesianAngularVelocityComponentValue"] = AngularRate,
        ["CartesianCoordinate"] = Metre,
        ["CartesianCoordinateLarge"] = new("m", 1, 100, -131_071, 131_070) { IsOpenBelow = true, IsOpenAbove = true },
        ["CartesianCoordinateSmall"] = new("m", 1, 100, -3094, 1001) { IsOpenBelow = true, IsOpenAbove = true },
        ["ConfidenceLevel"] = new("%", 1, 1, 1, 100, 101),
        ["CoordinateConfidence"] = new("m", 1, 100, 1, 4094, 4096),
        ["CurvatureValue"] = new("1/m", 1, 10_000, -1022, 1022, 1023) { IsOpenBelow = true, IsOpenAbove = true },
        ["DeltaAltitude"] = new("m", 1, 100, -12_700, 12_799, 12_800) { IsOpenBelow = true, IsOpenAbove = true },
        ["DeltaLatitude"] = Offset,
        ["DeltaLongitude"] = Offset,
        ["DeltaTimeMilliSecondPositive"] = Milliseconds,
        ["DeltaTimeMilliSecondSigned"] = Milliseconds,
        ["DeltaTimeQuarterSecond"] = new("s", 1, 4, 1, 254, 255),
        ["DeltaTimeSecond"] = Seconds,
        ["GenerationDeltaTime"] = Milliseconds,
        ["HeadingConfidence"] = DegreesConfidence,
        ["HeadingValue"] = Degrees,
        ["HeightLonCarr"] = new("m", 1, 100, 1, 99, 100),
        ["LaneWidth"] = new("m", 1, 100, 0, 1022, 1023),
        ["LateralAccelerationValue"] = Acceleration,
        ["Latitude"] = new("°", 1, 10_000_000, -900_000_000, 900_000_000, 900_000_001),
        ["Longitude"] = new("°", 1, 10_000_000, -1_800_000_000, 1_800_000_000, 1_800_000_001),
        ["LongitudinalAccelerationValue"] = Acceleration,
        ["LongitudinalLanePositionValue"] = new("m", 1, 10, 0, 32_766, 32_767) { IsOpenAbove = true },
        ["ObjectDimensionValue"] = new("m", 1, 10, 1, 255, 256) { IsOpenAbove = true },
        ["PathDeltaTime"] = new("s", 1, 100, 1, 65_535),
        ["SemiAxisLength"] = new("m", 1, 100, 1, 4093, 4095),
        ["SpeedConfidence"] = new("m/s", 1, 100, 1, 125, 127),
        ["SpeedLimit"] = new("km/h", 1, 1, 1, 255),
        ["SpeedValue"] = new("m/s", 1, 100, 0, 16_382, 16_383) { IsOpenAbove = true },
        ["StandardLength12b"] = Decimetre,
        ["StandardLength1B"] = Decimetre,
        ["StandardLength2B"] = Decimetre,
        ["StandardLength9b"] = Decimetre,
        ["SteeringWheelAngleConfidence"] = new("°", 3, 2, 1, 125, 127),
        ["SteeringWheelAngleValue"] = new("°", 3, 2, -511, 511, 512) { IsOpenBelow = true, IsOpenAbove = true },
        ["Temperature"] = new("°C", 1, 1, -60, 67) { IsOpenBelow = true, IsOpenAbove = true },
        ["TransmissionInterval"] = Milliseconds,
        ["ValidityDuration"] = Seconds,
        ["VehicleLengthValue"] = new("m", 1, 10, 1, 1022, 1023) { IsOpenAbove = true },
        ["VehicleWidth"] = new("m", 1, 10, 1, 61, 62) { IsOpenAbove = true },
        ["VelocityComponentValue"] = new("m/s", 1, 100, -16_383, 16_382, 16_383) { IsOpenBelow = true, IsOpenAbove = true },
        ["VerticalAccelerationValue"] = Acceleration,
        ["Wgs84AngleConfidence"] = DegreesConfidence,
        ["Wgs84AngleValue"] = Degrees,
        ["YawRateValue"] = new("°/s", 1, 100, -32_766, 32_766, 32_767) { IsOpenBelow = true, IsOpenAbove = true },
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
        ("TimestampIts", >= 0 and <= 4_398_046_511_103) => string.Create(CultureInfo.InvariantCulture, $"{Epoch.AddMilliseconds(raw):yyyy-MM-dd'T'HH:mm:ss.fff} TAI-based"),
        ("SemiAxisLength", 4094) or ("SpeedConfidence" or "HeadingConfidence" or "AngleConfidence" or "Wgs84AngleConfidence" or "SteeringWheelAngleConfidence", 126)
            or ("AccelerationConfidence", 101) or ("CoordinateConfidence", 4095) => "out of range",
        ("GnLatitude" or "GnLongitude", >= 0 and <= uint.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"{(int)(uint)raw / 10_000_000m:0.#######} °"),
        ("GnSpeed", >= 0 and < 32_768) => string.Create(CultureInfo.InvariantCulture, $"{(raw < 16_384 ? raw : raw - 32_768) / 100m:0.##} m/s"),
        ("GnHeading" or "GnAngle", >= 0 and <= 3600) => string.Create(CultureInfo.InvariantCulture, $"{(type == "GnHeading" ? raw / 10m : raw):0.#} °"),
        ("GnDistance", >= 0) => string.Create(CultureInfo.InvariantCulture, $"{raw} m"),
        ("BtpPort", _) => BtpPorts.NameOf((int)raw),
        ("HeaderType", _) => ExtendedHeader.NameOf((int)raw),
        ("NextAfterBasic", _) => raw switch { NextAfterBasicValues.Any => "any", NextAfterBasicValues.CommonHeader => "common header", NextAfterBasicValues.SecuredPacket => "secured packet", _ => null },
        ("NextAfterCommon", _) => raw switch { NextAfterCommonValues.Any => "any", NextAfterCommonValues.BtpA => "BTP-A", NextAfterCommonValues.BtpB => "BTP-B", NextAfterCommonValues.Ipv6 => "IPv6", _ => null },
        ("GnTimestamp", >= 0) => string.Create(CultureInfo.InvariantCulture, $"{raw} ms mod 2^32 since 2004, TAI"),
        _ => Scales.TryGetValue(type, out var scale) ? scale.Describe(raw) : null,
    };
}
