namespace HilBench.Links;

/// <summary>Which way a message passed a tap.</summary>
public enum Direction
{
    /// <summary>From the device to the bench.</summary>
    FromDevice,

    /// <summary>From the bench to the device.</summary>
    ToDevice,
}
