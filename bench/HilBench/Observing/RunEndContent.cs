namespace HilBench.Observing;

/// <summary>The bench's own mark that the run reached its declared end (tap <c>bench.clock</c>, last packet of a complete capture).</summary>
public sealed record RunEndContent : Content;
