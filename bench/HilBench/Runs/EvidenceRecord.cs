namespace HilBench.Runs;

/// <summary>One kind of evidence: what a pass asks for and what was seen.</summary>
/// <param name="Name">Kind of evidence.</param>
/// <param name="Unit">Unit of both amounts.</param>
/// <param name="Required">Least amount for a pass.</param>
/// <param name="Found">Amount seen.</param>
public sealed record EvidenceRecord(string Name, string Unit, double Required, double Found)
{
    /// <summary>True when there was enough.</summary>
    public bool Sufficient => Found >= Required;
}
