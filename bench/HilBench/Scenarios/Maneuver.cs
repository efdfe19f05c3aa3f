namespace HilBench.Scenarios;

/// <summary>What a vehicle does on a connection.</summary>
public enum Maneuver
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Straight on.</summary>
    Straight,

    /// <summary>Turns left.</summary>
    Left,

    /// <summary>Turns right.</summary>
    Right,

    /// <summary>Turns back.</summary>
    UTurn,
}
