using System.Net;

namespace HilBench.Links;

/// <summary>A datagram that arrived.</summary>
/// <param name="Bytes">Its octets; owned by the receiver.</param>
/// <param name="At">When it arrived.</param>
/// <param name="From">Who sent it; null on a link that has no addresses.</param>
public readonly record struct Datagram(ReadOnlyMemory<byte> Bytes, Stamp At, IPEndPoint? From = null);
