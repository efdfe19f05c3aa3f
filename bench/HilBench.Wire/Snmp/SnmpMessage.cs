namespace HilBench.Wire.Snmp;

/// <summary>What all versions have in common: a sequence that starts with the version.</summary>
public static class SnmpMessage
{
    /// <summary>The version of a message; null with the reason when the octets are no message of a version that is known.</summary>
    public static SnmpVersion? VersionOf(ReadOnlySpan<byte> octets, out WireError? error)
    {
        var fault = new BerFault();
        var outer = new BerReader(octets, 0, fault);
        var reader = outer.Enter(BerReader.Sequence, "a message");
        var version = (SnmpVersion)reader.Integer("the version", 0, 3);
        if (!fault.IsSet && !Enum.IsDefined(version))
        {
            fault.Set($"the version is {(int)version}, expected 0 (SNMPv1), 1 (SNMPv2c) or 3 (SNMPv3)", 0);
        }

        error = fault.First;
        return fault.IsSet ? null : version;
    }
}
