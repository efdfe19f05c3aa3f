namespace HilBench.Rigs;

/// <summary>A TCP connection that the bench makes to a device.</summary>
/// <param name="Host">IP address of the device.</param>
/// <param name="Port">TCP port at which it listens; 0 for any free one of an emulated device.</param>
public sealed record TcpPlan(string Host, int Port) : CarrierPlan;
