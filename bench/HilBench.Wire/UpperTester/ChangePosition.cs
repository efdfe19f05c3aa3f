namespace HilBench.Wire.UpperTester;

/// <summary>Moves the station relative to where it is.</summary>
/// <param name="LatitudeChange">In 1e-7 degrees, to the north positive.</param>
/// <param name="LongitudeChange">In 1e-7 degrees, to the east positive.</param>
/// <param name="AltitudeChange">In centimetres; some editions have one octet for it.</param>
public sealed record ChangePosition(int LatitudeChange, int LongitudeChange, int AltitudeChange) : UpperTesterMessage(UpperTesterMessageType.ChangePosition)
{
    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.LatitudeChange, LatitudeChange);
        values.Set(FieldNames.LongitudeChange, LongitudeChange);
        values.Set(FieldNames.AltitudeChange, AltitudeChange);
    }

    internal static ChangePosition Read(FieldValues values) => new(
        (int)values.NumberOr(FieldNames.LatitudeChange, 0), (int)values.NumberOr(FieldNames.LongitudeChange, 0), (int)values.NumberOr(FieldNames.AltitudeChange, 0));
}
