namespace HilBench.Wire.UpperTester;

/// <summary>A message of the Upper Tester: a request, an answer or an event. A profile (<see cref="UpperTesterProfile"/>) gives it its octets.</summary>
/// <param name="Type">Which message it is.</param>
public abstract record UpperTesterMessage(UpperTesterMessageType Type)
{
    /// <summary>Puts the message's values under their names.</summary>
    internal abstract void Write(FieldValues values);
}
