using HilBench.Judging;

namespace HilBench.Rules;

/// <summary>How much evidence a pass needs; with less, the verdict is inconclusive and names what is missing.</summary>
/// <param name="Name">Kind of evidence.</param>
/// <param name="Unit">Unit of the amounts.</param>
/// <param name="Full">Least amount for a certificate.</param>
/// <param name="Reduced">Least amount for a run declared as reduced (regression, integration): never certifiable.</param>
public sealed record EvidenceRequirement(string Name, string Unit, double Full, double Reduced)
{
    /// <summary>The least amount at a level.</summary>
    public double At(EvidenceLevel level) => level == EvidenceLevel.Full ? Full : Reduced;
}
