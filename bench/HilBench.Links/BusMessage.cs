namespace HilBench.Links;

/// <summary>A message of a broker.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Payload">Its octets; owned by the receiver.</param>
/// <param name="At">When it arrived.</param>
public readonly record struct BusMessage(string Topic, ReadOnlyMemory<byte> Payload, Stamp At);
