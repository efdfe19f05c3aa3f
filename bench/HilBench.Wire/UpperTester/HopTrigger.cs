using HilBench.Asn1;

namespace HilBench.Wire.UpperTester;

/// <summary>Sends a GeoNetworking packet to all neighbours, or to all stations within a number of hops.</summary>
/// <param name="Type"><see cref="UpperTesterMessageType.GnSingleHop"/> or <see cref="UpperTesterMessageType.GnMultiHop"/>.</param>
/// <param name="TrafficClass">The octet of the common header.</param>
/// <param name="Payload">What follows the GeoNetworking headers.</param>
public sealed record HopTrigger(UpperTesterMessageType Type, int TrafficClass, OctetString Payload) : UpperTesterMessage(Type)
{
    /// <summary>Hops, 1 to 255; null to neighbours only.</summary>
    public int? Hops { get; init; }

    /// <summary>0 to 65 535; null to neighbours only.</summary>
    public int? LifetimeMilliseconds { get; init; }

    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.Hops, Hops);
        values.Set(FieldNames.Lifetime, LifetimeMilliseconds);
        values.Set(FieldNames.TrafficClass, TrafficClass);
        values.Set(FieldNames.Payload, Payload);
    }

    internal static HopTrigger Read(UpperTesterMessageType type, FieldValues values) =>
        new(type, (int)values.NumberOr(FieldNames.TrafficClass, 0), values.Octets(FieldNames.Payload) ?? default)
        {
            Hops = (int?)values.Number(FieldNames.Hops),
            LifetimeMilliseconds = (int?)values.Number(FieldNames.Lifetime),
        };
}
