namespace HilBench.Wire.Ieee1609;

/// <summary>How a road-side unit's MIB holds a PSID in an OCTET STRING. The MIBs do not say; each of these was seen in the field.</summary>
public enum PsidForm
{
    /// <summary>p-encoded, as long as it is: SPaT <c>8002</c>, MAP <c>E0000017</c>.</summary>
    Encoded,

    /// <summary>p-encoded, with zeros in front to four octets: <c>00008002</c>.</summary>
    PaddedLeft,

    /// <summary>p-encoded, with zeros behind to four octets: <c>80020000</c>.</summary>
    PaddedRight,

    /// <summary>The number itself, without p-encoding: SPaT <c>82</c>, MAP <c>204097</c>.</summary>
    Plain,

    /// <summary>The p-encoded octets as one number, whose decimal digits are written as if they were hexadecimal ones: SPaT <c>00032770</c>.</summary>
    DecimalDigits,
}
