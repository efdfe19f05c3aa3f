namespace HilBench.Wire.Ieee1609;

/// <summary>A WAVE information element that this reader does not name, kept as it came.</summary>
/// <param name="Id">Element id.</param>
/// <param name="Value">Its octets, at most 127.</param>
public readonly record struct WsmpExtension(byte Id, ReadOnlyMemory<byte> Value);
