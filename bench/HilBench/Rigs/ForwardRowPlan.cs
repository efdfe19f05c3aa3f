namespace HilBench.Rigs;

/// <summary>A row of a road-side unit's immediate-forward table.</summary>
/// <param name="Psid">PSID.</param>
/// <param name="Channel">Radio channel.</param>
public sealed record ForwardRowPlan(int Psid, int Channel);
