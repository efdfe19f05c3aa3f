namespace HilBench.Wire.UpperTester;

/// <summary>A message without values: <see cref="UpperTesterMessageType.ChangePseudonym"/> and the answer <see cref="UpperTesterMessageType.NotSupported"/>.</summary>
/// <param name="Type">Which of the two.</param>
public sealed record PlainMessage(UpperTesterMessageType Type) : UpperTesterMessage(Type)
{
    internal override void Write(FieldValues values)
    {
    }
}
