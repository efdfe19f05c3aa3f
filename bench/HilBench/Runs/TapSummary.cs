namespace HilBench.Runs;

/// <summary>One tap of a capture.</summary>
/// <param name="Name">Name of the tap.</param>
/// <param name="Description">What is observed there and how it is stamped.</param>
/// <param name="Packets">Packets seen.</param>
/// <param name="Undecoded">Packets that could not be read as what the tap carries.</param>
public sealed record TapSummary(string Name, string Description, long Packets, long Undecoded);
