namespace HilBench.Wire.Rsu;

/// <summary>What the value of an object of a road-side unit's MIB means: how two readings are compared, and how it is written for people.</summary>
public enum RsuValueKind
{
    /// <summary>A number, or the number of a choice.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Octets that mean nothing more here.</summary>
    Octets,

    /// <summary>A PSID; vendors write them in different forms.</summary>
    Psid,

    /// <summary>A time of 0, 6, 8 or 11 octets.</summary>
    Time,

    /// <summary>A RowStatus; an active row reads 1 or, with some vendors, 4.</summary>
    RowStatus,
}
