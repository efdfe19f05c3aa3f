namespace HilBench.Observing;

/// <summary>Octets that could not be read as what the tap carries.</summary>
/// <param name="Expected">What was expected, for example <c>TSCBM</c>.</param>
/// <param name="Reason">Why it could not be read.</param>
/// <param name="Offset">Octet offset in the frame where reading stopped.</param>
public sealed record UndecodedContent(string Expected, string Reason, int Offset) : Content;
