namespace HilBench.Wire.Snmp;

/// <summary>What kind of value a variable binding holds, by its BER tag (RFC 2578 7.1, RFC 3416 3).</summary>
public enum SnmpSyntax
{
    /// <summary>INTEGER, −2³¹ to 2³¹ − 1.</summary>
    Integer32 = 0x02,

    /// <summary>OCTET STRING.</summary>
    OctetString = 0x04,

    /// <summary>NULL: no value; what requests carry.</summary>
    Null = 0x05,

    /// <summary>OBJECT IDENTIFIER.</summary>
    ObjectId = 0x06,

    /// <summary>IpAddress, four octets.</summary>
    IpAddress = 0x40,

    /// <summary>Counter32, 0 to 2³² − 1.</summary>
    Counter32 = 0x41,

    /// <summary>Gauge32 and Unsigned32, 0 to 2³² − 1.</summary>
    Gauge32 = 0x42,

    /// <summary>TimeTicks, hundredths of a second, 0 to 2³² − 1.</summary>
    TimeTicks = 0x43,

    /// <summary>Opaque.</summary>
    Opaque = 0x44,

    /// <summary>Counter64, 0 to 2⁶⁴ − 1; not in SNMPv1.</summary>
    Counter64 = 0x46,

    /// <summary>Exception: there is no such object. Not in SNMPv1.</summary>
    NoSuchObject = 0x80,

    /// <summary>Exception: there is no such instance of the object. Not in SNMPv1.</summary>
    NoSuchInstance = 0x81,

    /// <summary>Exception: nothing comes behind the name. Not in SNMPv1.</summary>
    EndOfMibView = 0x82,
}
