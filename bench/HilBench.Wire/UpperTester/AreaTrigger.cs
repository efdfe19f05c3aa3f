using HilBench.Asn1;

namespace HilBench.Wire.UpperTester;

/// <summary>Sends a GeoNetworking packet to all stations in an area, or to any of them.</summary>
/// <param name="Type"><see cref="UpperTesterMessageType.GnBroadcast"/> or <see cref="UpperTesterMessageType.GnAnycast"/>.</param>
public sealed record AreaTrigger(UpperTesterMessageType Type) : UpperTesterMessage(Type)
{
    /// <summary>0 circle, 1 rectangle, 2 ellipse.</summary>
    public int Shape { get; init; }

    /// <summary>0 to 65 535.</summary>
    public int LifetimeMilliseconds { get; init; }

    /// <summary>The octet of the common header.</summary>
    public int TrafficClass { get; init; }

    /// <summary>Centre of the area, 1e-7 degrees, north positive.</summary>
    public int Latitude { get; init; }

    /// <summary>Centre of the area, 1e-7 degrees, east positive.</summary>
    public int Longitude { get; init; }

    /// <summary>Radius, or half the longer side or axis; metres.</summary>
    public int DistanceA { get; init; }

    /// <summary>Half the shorter side or axis, 0 for a circle; metres.</summary>
    public int DistanceB { get; init; }

    /// <summary>Of the longer side from north, degrees.</summary>
    public int Angle { get; init; }

    /// <summary>What follows the GeoNetworking headers.</summary>
    public OctetString Payload { get; init; }

    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.Shape, Shape);
        values.Set(FieldNames.Lifetime, LifetimeMilliseconds);
        values.Set(FieldNames.TrafficClass, TrafficClass);
        values.Set(FieldNames.Latitude, Latitude);
        values.Set(FieldNames.Longitude, Longitude);
        values.Set(FieldNames.DistanceA, DistanceA);
        values.Set(FieldNames.DistanceB, DistanceB);
        values.Set(FieldNames.Angle, Angle);
        values.Set(FieldNames.Payload, Payload);
    }

    internal static AreaTrigger Read(UpperTesterMessageType type, FieldValues values) => new(type)
    {
        Shape = (int)values.NumberOr(FieldNames.Shape, 0),
        LifetimeMilliseconds = (int)values.NumberOr(FieldNames.Lifetime, 0),
        TrafficClass = (int)values.NumberOr(FieldNames.TrafficClass, 0),
        Latitude = (int)values.NumberOr(FieldNames.Latitude, 0),
        Longitude = (int)values.NumberOr(FieldNames.Longitude, 0),
        DistanceA = (int)values.NumberOr(FieldNames.DistanceA, 0),
        DistanceB = (int)values.NumberOr(FieldNames.DistanceB, 0),
        Angle = (int)values.NumberOr(FieldNames.Angle, 0),
        Payload = values.Octets(FieldNames.Payload) ?? default,
    };
}
