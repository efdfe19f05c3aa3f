namespace HilBench.Wire.UpperTester;

/// <summary>The station's answer: whether it did what it was asked.</summary>
/// <param name="Type">Which answer.</param>
/// <param name="Done">Whether it says that it is done.</param>
public sealed record UpperTesterResult(UpperTesterMessageType Type, bool Done) : UpperTesterMessage(Type)
{
    internal override void Write(FieldValues values) => values.Set(FieldNames.Done, Done ? 1 : 0);

    internal static UpperTesterResult Read(UpperTesterMessageType type, FieldValues values) => new(type, values.NumberOr(FieldNames.Done, 0) != 0);
}
