namespace HilBench.Wire.Snmp;

/// <summary>The version of a message, by its number on the wire.</summary>
public enum SnmpVersion
{
    /// <summary>SNMPv1 (RFC 1157): a community, and none of the exceptions.</summary>
    V1 = 0,

    /// <summary>SNMPv2c (RFC 1901): a community.</summary>
    V2c = 1,

    /// <summary>SNMPv3 (RFC 3412) with the user-based security model (RFC 3414).</summary>
    V3 = 3,
}
