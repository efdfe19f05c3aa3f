namespace HilBench.Wire.UpperTester;

/// <summary>Sets or changes one quantity of the CAMs that the station sends; the answer is <see cref="UpperTesterMessageType.CamResult"/>.</summary>
/// <param name="Type">Which quantity, and its unit.</param>
/// <param name="Value">The value, or what is added to it; bits as a number whose lowest bit is the last.</param>
public sealed record CamTrigger(UpperTesterMessageType Type, int Value) : UpperTesterMessage(Type)
{
    /// <summary>Whether <see cref="Value"/> is added to the quantity: the profile says so by the name of the field. It does not count for encoding.</summary>
    public bool IsChange { get; init; }

    internal override void Write(FieldValues values) => values.Set(FieldNames.Value, Value);

    internal static CamTrigger Read(UpperTesterMessageType type, FieldValues values) =>
        new(type, (int)values.NumberOr(FieldNames.Value, 0)) { IsChange = values.IsChange };
}
