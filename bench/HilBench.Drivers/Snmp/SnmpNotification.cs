using System.Collections.Immutable;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>What an agent told by itself: a trap or an inform.</summary>
/// <param name="Version">The version that it came by.</param>
/// <param name="Level">How it was protected; nothing of SNMPv1 and SNMPv2c is.</param>
/// <param name="Name">What happened. A trap of SNMPv1 has the name that RFC 3584 3.1 gives it.</param>
/// <param name="UpTime">Hundredths of a second since the agent started.</param>
/// <param name="Bindings">What it says, without name and up time.</param>
public sealed record SnmpNotification(SnmpVersion Version, SecurityLevel Level, ObjectId Name, uint UpTime, ImmutableArray<VariableBinding> Bindings);
