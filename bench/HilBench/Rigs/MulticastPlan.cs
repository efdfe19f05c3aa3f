namespace HilBench.Rigs;

/// <summary>Ethernet frames as datagrams to a multicast group.</summary>
/// <param name="Group">IP address of the group.</param>
/// <param name="Port">UDP port.</param>
/// <param name="Interface">IP address of the bench's interface.</param>
public sealed record MulticastPlan(string Group, int Port, string Interface) : CarrierPlan;
