using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Drivers.UpperTester;

/// <summary>A GeoNetworking packet that was on the air.</summary>
/// <param name="Source">MAC address that it came from, six octets.</param>
/// <param name="Pdu">Its headers and payload.</param>
/// <param name="Cam">The CAM that it carries, or null.</param>
/// <param name="Denm">The DENM that it carries, or null.</param>
public sealed record SeenPacket(ReadOnlyMemory<byte> Source, GeoNetworkingPdu Pdu, CAM? Cam, DENM? Denm);
