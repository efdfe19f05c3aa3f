namespace HilBench.Runs;

/// <summary>The file that a recording was read from.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Octets">Its length.</param>
/// <param name="Skip">Octets before each air frame that were passed over.</param>
/// <param name="TruncatedAt">Octet offset from which it breaks off in the middle of a block; null when it does not.</param>
internal sealed record CaptureFile(string Path, long Octets, int Skip, long? TruncatedAt);
