namespace HilBench.Wire.Snmp;

/// <summary>How a message of SNMPv3 is protected (RFC 3411 3.4.3).</summary>
public enum SecurityLevel
{
    /// <summary>Neither authenticated nor encrypted.</summary>
    NoAuthNoPriv = 0,

    /// <summary>Authenticated.</summary>
    AuthNoPriv = 1,

    /// <summary>Authenticated and encrypted.</summary>
    AuthPriv = 3,
}
