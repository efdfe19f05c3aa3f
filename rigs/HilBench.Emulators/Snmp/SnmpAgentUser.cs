using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>A user of SNMPv3 that an agent knows.</summary>
/// <param name="User">Name and passwords.</param>
/// <param name="MayWrite">Whether it may assign values.</param>
/// <param name="LeastLevel">Least protection that its requests need; null: all that its passwords allow.</param>
public sealed record SnmpAgentUser(UsmUser User, bool MayWrite = true, SecurityLevel? LeastLevel = null)
{
    /// <summary>Least protection that its requests need.</summary>
    public SecurityLevel Least => LeastLevel ?? User.Level;
}
