using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>A request of SNMPv3 that was let in.</summary>
/// <param name="Head">What the message said in the clear.</param>
/// <param name="Scoped">What it carried.</param>
/// <param name="Keys">The keys that it was made with; null without authentication.</param>
/// <param name="User">Who asks.</param>
internal sealed record AgentRequest(UsmHead Head, ScopedPdu Scoped, UsmKeys? Keys, SnmpAgentUser User);
