namespace HilBench.Wire.Tci;

/// <summary>How messages of the Test Control Interface are encoded: an agreement of both ends, never guessed.</summary>
public enum TciEncoding
{
    /// <summary>Canonical OER (X.696), the interface's default.</summary>
    Oer,

    /// <summary>Unaligned PER (X.691).</summary>
    Uper,
}
