namespace HilBench.Observing;

/// <summary>A packet of the air stand-in that can be read, and whose message no rule judges yet: GeoNetworking or DSMP.</summary>
/// <param name="Source">MAC address of the sender; null where the carrier has none.</param>
/// <param name="Protocol">What it is: <c>GeoNetworking</c> or <c>DSMP</c>.</param>
/// <param name="Message">What it carries, in words, for example <c>BTP port 2001</c> or <c>application 1</c>.</param>
public sealed record PacketContent(string? Source, string Protocol, string Message) : Content;
