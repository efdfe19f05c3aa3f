using HilBench.Asn1;

namespace HilBench.Wire.UpperTester;

/// <summary>Sends a GeoNetworking packet to one station.</summary>
/// <param name="Destination">GeoNetworking address, eight octets.</param>
/// <param name="LifetimeMilliseconds">0 to 65 535.</param>
/// <param name="TrafficClass">The octet of the common header.</param>
/// <param name="Payload">What follows the GeoNetworking headers.</param>
public sealed record UnicastTrigger(OctetString Destination, int LifetimeMilliseconds, int TrafficClass, OctetString Payload)
    : UpperTesterMessage(UpperTesterMessageType.GnUnicast)
{
    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.Destination, Destination);
        values.Set(FieldNames.Lifetime, LifetimeMilliseconds);
        values.Set(FieldNames.TrafficClass, TrafficClass);
        values.Set(FieldNames.Payload, Payload);
    }

    internal static UnicastTrigger Read(FieldValues values) => new(
        values.Octets(FieldNames.Destination) ?? new OctetString(new byte[8]),
        (int)values.NumberOr(FieldNames.Lifetime, 0),
        (int)values.NumberOr(FieldNames.TrafficClass, 0),
        values.Octets(FieldNames.Payload) ?? default);
}
