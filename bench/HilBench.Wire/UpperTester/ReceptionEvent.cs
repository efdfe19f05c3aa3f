using HilBench.Asn1;

namespace HilBench.Wire.UpperTester;

/// <summary>The station tells what it received.</summary>
/// <param name="Type"><see cref="UpperTesterMessageType.CamEvent"/>, <see cref="UpperTesterMessageType.DenmEvent"/>, <see cref="UpperTesterMessageType.GnEvent"/> or <see cref="UpperTesterMessageType.BtpEvent"/>.</param>
/// <param name="Packet">The message, or the payload of the packet.</param>
public sealed record ReceptionEvent(UpperTesterMessageType Type, OctetString Packet) : UpperTesterMessage(Type)
{
    internal override void Write(FieldValues values) => values.Set(FieldNames.Packet, Packet);

    internal static ReceptionEvent Read(UpperTesterMessageType type, FieldValues values) => new(type, values.Octets(FieldNames.Packet) ?? default);
}
