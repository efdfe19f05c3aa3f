using HilBench.Asn1;

namespace HilBench.Wire.UpperTester;

/// <summary>Sets the public transport activation of the CAMs.</summary>
/// <param name="ActivationType">0 undefined, 1 R09-16, 2 VDV-50149.</param>
/// <param name="Data">One to twenty octets.</param>
public sealed record CamPtActivation(int ActivationType, OctetString Data) : UpperTesterMessage(UpperTesterMessageType.CamPtActivation)
{
    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.Type, ActivationType);
        values.Set(FieldNames.Data, Data);
    }

    internal static CamPtActivation Read(FieldValues values) => new((int)values.NumberOr(FieldNames.Type, 0), values.Octets(FieldNames.Data) ?? default);
}
