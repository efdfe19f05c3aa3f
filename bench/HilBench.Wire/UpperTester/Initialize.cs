using HilBench.Asn1;

namespace HilBench.Wire.UpperTester;

/// <summary>Brings the station to its initial state.</summary>
/// <param name="Certificate">HashedId8 of the certificate to sign with, eight octets; zeros for a station without security.</param>
public sealed record Initialize(OctetString Certificate) : UpperTesterMessage(UpperTesterMessageType.Initialize)
{
    /// <summary>Initializes a station without security.</summary>
    public Initialize()
        : this(new OctetString(new byte[8]))
    {
    }

    internal override void Write(FieldValues values) => values.Set(FieldNames.Certificate, Certificate);

    internal static Initialize Read(FieldValues values) => new(values.Octets(FieldNames.Certificate) ?? new OctetString(new byte[8]));
}
