namespace HilBench.Wire.Snmp;

/// <summary>What a protocol data unit asks or tells, by its BER tag (RFC 3416 3; RFC 1157 4.1.6 for the trap of SNMPv1).</summary>
public enum PduKind
{
    /// <summary>Read instances.</summary>
    Get = 0xA0,

    /// <summary>Read what comes behind names.</summary>
    GetNext = 0xA1,

    /// <summary>The answer to a request.</summary>
    Response = 0xA2,

    /// <summary>Assign values.</summary>
    Set = 0xA3,

    /// <summary>Something happened; SNMPv1 only.</summary>
    TrapV1 = 0xA4,

    /// <summary>Read many of what comes behind names; not in SNMPv1.</summary>
    GetBulk = 0xA5,

    /// <summary>Something happened, and the receiver answers; not in SNMPv1.</summary>
    Inform = 0xA6,

    /// <summary>Something happened; not in SNMPv1.</summary>
    Trap = 0xA7,

    /// <summary>The engine has no use for a message; SNMPv3 only.</summary>
    Report = 0xA8,
}
