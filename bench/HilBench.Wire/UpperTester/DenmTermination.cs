namespace HilBench.Wire.UpperTester;

/// <summary>Ends a DENM.</summary>
/// <param name="StationId">Originating station of the DENM's action id.</param>
/// <param name="SequenceNumber">Sequence number of the DENM's action id, 0 to 65 535.</param>
public sealed record DenmTermination(uint StationId, int SequenceNumber) : UpperTesterMessage(UpperTesterMessageType.DenmTermination)
{
    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.StationId, StationId);
        values.Set(FieldNames.SequenceNumber, SequenceNumber);
    }

    internal static DenmTermination Read(FieldValues values) =>
        new((uint)values.NumberOr(FieldNames.StationId, 0), (int)values.NumberOr(FieldNames.SequenceNumber, 0));
}
