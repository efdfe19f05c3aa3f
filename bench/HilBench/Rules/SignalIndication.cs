namespace HilBench.Rules;

/// <summary>What a vehicle or pedestrian signal shows.</summary>
internal enum SignalIndication
{
    /// <summary>Red, or don't walk.</summary>
    Red,

    /// <summary>Yellow, or flashing don't walk.</summary>
    Yellow,

    /// <summary>Green, or walk.</summary>
    Green,
}
