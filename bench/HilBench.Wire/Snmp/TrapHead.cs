using System.Collections.Immutable;

namespace HilBench.Wire.Snmp;

/// <summary>What a trap of SNMPv1 says before its bindings (RFC 1157 4.1.6).</summary>
/// <param name="Enterprise">The kind of device, or who defined the trap.</param>
/// <param name="AgentAddress">IPv4 address of the agent, four octets.</param>
/// <param name="Generic">0 coldStart, 1 warmStart, 2 linkDown, 3 linkUp, 4 authenticationFailure, 5 egpNeighborLoss, 6 enterpriseSpecific.</param>
/// <param name="Specific">Which trap of the enterprise.</param>
/// <param name="TimeStamp">Hundredths of a second since the agent started.</param>
public sealed record TrapHead(ObjectId Enterprise, ImmutableArray<byte> AgentAddress, int Generic, int Specific, uint TimeStamp);
