namespace HilBench.Rigs;

/// <summary>Where a device of a rig stands.</summary>
public enum DeviceHosting
{
    /// <summary>Emulated in the bench's own process.</summary>
    Process,

    /// <summary>Emulated in a container that the bench starts and removes.</summary>
    Container,

    /// <summary>A device of its own, reached over its interfaces.</summary>
    Real,
}
