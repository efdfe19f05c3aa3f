namespace HilBench.Observing;

/// <summary>What the bench's own sockets lost in the run (tap <c>bench.clock</c>), told once at its end.</summary>
/// <param name="Datagrams">Datagrams that the kernel threw away before the bench could take them; 0 when it lost none.</param>
public sealed record DroppedContent(long Datagrams) : Content;
