namespace HilBench.Judging;

/// <summary>Which minimum evidence a run asks for.</summary>
public enum EvidenceLevel
{
    /// <summary>What the catalogue asks for.</summary>
    Full,

    /// <summary>Declared as reduced, for regression and integration; the report says so and certifies nothing.</summary>
    Reduced,
}
