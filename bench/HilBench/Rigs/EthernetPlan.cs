namespace HilBench.Rigs;

/// <summary>Raw Ethernet: frames of WSMP (0x88DC), GeoNetworking (0x8947) and DSMP (0x88E2) on an interface of this machine.</summary>
/// <param name="Interface">The bench's interface, for example <c>eth1</c>.</param>
/// <param name="DeviceInterface">The interface of an emulated device, for example the other end of a veth pair; null for a real one.</param>
public sealed record EthernetPlan(string Interface, string? DeviceInterface) : CarrierPlan;
