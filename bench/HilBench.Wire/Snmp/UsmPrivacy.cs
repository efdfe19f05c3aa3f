namespace HilBench.Wire.Snmp;

/// <summary>How a message of a user is encrypted.</summary>
public enum UsmPrivacy
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>AES-128 in CFB mode (RFC 3826).</summary>
    Aes128,

    /// <summary>AES-256 in CFB mode, short keys extended as draft-blumenthal-aes-usm-04 3.1.2.1 does; what net-snmp calls <c>AES-256</c>.</summary>
    Aes256,

    /// <summary>AES-256 in CFB mode, short keys extended as draft-reeder-snmpv3-usm-3desede-00 2.1 does; what net-snmp calls <c>AES-256-C</c>.</summary>
    Aes256Reeder,
}
