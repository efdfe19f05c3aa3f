namespace HilBench.Wire.UpperTester;

/// <summary>Sends a BTP packet without payload.</summary>
/// <param name="Type"><see cref="UpperTesterMessageType.BtpA"/> or <see cref="UpperTesterMessageType.BtpB"/>.</param>
/// <param name="DestinationPort">0 to 65 535.</param>
/// <param name="SecondField">Source port of BTP-A, port info of BTP-B; 0 to 65 535.</param>
public sealed record BtpTrigger(UpperTesterMessageType Type, int DestinationPort, int SecondField) : UpperTesterMessage(Type)
{
    private string SecondName => Type == UpperTesterMessageType.BtpA ? FieldNames.SourcePort : FieldNames.PortInfo;

    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.DestinationPort, DestinationPort);
        values.Set(SecondName, SecondField);
    }

    internal static BtpTrigger Read(UpperTesterMessageType type, FieldValues values) => new(
        type,
        (int)values.NumberOr(FieldNames.DestinationPort, 0),
        (int)values.NumberOr(type == UpperTesterMessageType.BtpA ? FieldNames.SourcePort : FieldNames.PortInfo, 0));
}
