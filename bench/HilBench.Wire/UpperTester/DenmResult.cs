namespace HilBench.Wire.UpperTester;

/// <summary>The station's answer to a DENM's trigger or update.</summary>
/// <param name="Type"><see cref="UpperTesterMessageType.DenmTriggerResult"/> or <see cref="UpperTesterMessageType.DenmUpdateResult"/>.</param>
/// <param name="Done">Whether it says that it is done.</param>
/// <param name="StationId">Originating station of the DENM's action id.</param>
/// <param name="SequenceNumber">Sequence number of the DENM's action id, 0 to 65 535.</param>
public sealed record DenmResult(UpperTesterMessageType Type, bool Done, uint StationId, int SequenceNumber) : UpperTesterMessage(Type)
{
    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.Done, Done ? 1 : 0);
        values.Set(FieldNames.StationId, StationId);
        values.Set(FieldNames.SequenceNumber, SequenceNumber);
    }

    internal static DenmResult Read(UpperTesterMessageType type, FieldValues values) => new(
        type, values.NumberOr(FieldNames.Done, 0) != 0, (uint)values.NumberOr(FieldNames.StationId, 0), (int)values.NumberOr(FieldNames.SequenceNumber, 0));
}
