namespace HilBench.Wire.Rsu;

/// <summary>What of a received message a road-side unit forwards to a host, one a datagram.</summary>
public enum ForwardedForm
{
    /// <summary>The J2735 MessageFrame in UPER, without security headers (NTCIP 1218: secure 0).</summary>
    Message,

    /// <summary>The whole Ieee1609Dot2Data (NTCIP 1218: secure 1).</summary>
    Dot2Data,

    /// <summary>The whole WAVE short message, its header in front: some vendors do so.</summary>
    Wsmp,
}
