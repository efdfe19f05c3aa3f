namespace HilBench.Rigs;

/// <summary>Copies of the air that a unit or a sniffer sends to the bench by UDP in a form of its own: C2P, PC5, or frames behind a header.</summary>
/// <param name="Skip">Octets of the unit's own header before each frame, 0 for C2P and PC5.</param>
public sealed record CopiesPlan(int Skip) : CarrierPlan;
