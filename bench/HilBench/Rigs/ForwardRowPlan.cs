namespace HilBench.Rigs;

/// <summary>A row of a road-side unit's immediate-forward table.</summary>
/// <param name="Psid">PSID.</param>
/// <param name="Channel">Radio channel.</param>
/// <param name="MessageId">Message id of SAE J2735; 19 is SPaT.</param>
public sealed record ForwardRowPlan(int Psid, int Channel, int MessageId = 19);
