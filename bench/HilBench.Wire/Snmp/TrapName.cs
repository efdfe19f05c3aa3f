using System.Collections.Immutable;

namespace HilBench.Wire.Snmp;

/// <summary>The name of a notification, which SNMPv1 says in three parts (RFC 3584 3).</summary>
public static class TrapName
{
    private const int EnterpriseSpecific = 6;

    // RFC 3418 2, snmpTraps: coldStart is 1 below it.
    private static readonly ObjectId Standard = new(1, 3, 6, 1, 6, 3, 1, 1, 5);

    /// <summary>sysUpTime.0, the first binding of a notification (RFC 3416 4.2.6).</summary>
    public static ObjectId UpTime { get; } = new(1, 3, 6, 1, 2, 1, 1, 3, 0);

    /// <summary>snmpTrapOID.0, the second binding of a notification (RFC 3416 4.2.6).</summary>
    public static ObjectId Name { get; } = new(1, 3, 6, 1, 6, 3, 1, 1, 4, 1, 0);

    /// <summary>The name of a trap of SNMPv1 (RFC 3584 3.1).</summary>
    public static ObjectId Of(TrapHead head) =>
        head.Generic is >= 0 and < EnterpriseSpecific ? Standard.Append((uint)head.Generic + 1)
        : head.Enterprise.Length <= ObjectId.MaxLength - 2 ? head.Enterprise.Append(0, unchecked((uint)head.Specific))
        : head.Enterprise;

    /// <summary>What a trap of SNMPv1 says before its bindings (RFC 3584 3.2).</summary>
    /// <param name="name">The notification's name, at least three sub-identifiers.</param>
    /// <param name="device">The kind of device, for the standard's own traps.</param>
    /// <param name="address">IPv4 address of the agent, four octets.</param>
    /// <param name="upTime">Hundredths of a second since the agent started.</param>
    public static TrapHead HeadOf(ObjectId name, ObjectId device, ImmutableArray<byte> address, uint upTime)
    {
        var last = name[name.Length - 1];
        if (name.IsWithin(Standard) && name.Length == Standard.Length + 1 && last is >= 1 and <= EnterpriseSpecific)
        {
            return new TrapHead(device, address, (int)last - 1, 0, upTime);
        }

        var cut = name[name.Length - 2] == 0 ? 2 : 1;
        return new TrapHead(new ObjectId(name.Parts[..^cut]), address, EnterpriseSpecific, unchecked((int)last), upTime);
    }
}
