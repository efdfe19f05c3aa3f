namespace HilBench.Links;

/// <summary>Where a time stamp was taken.</summary>
public enum StampSource
{
    /// <summary>The virtual clock: exact by construction.</summary>
    Virtual,

    /// <summary>In this process, right after receiving or before sending.</summary>
    UserSpace,

    /// <summary>In the operating system's network stack.</summary>
    Kernel,

    /// <summary>In the network interface.</summary>
    Hardware,
}
