namespace HilBench.Rigs;

/// <summary>Tells whether a device of the rig, or a link to it, has been lost.</summary>
public interface IDeviceWatch
{
    /// <summary>The device.</summary>
    string Device { get; }

    /// <summary>What happened, in one sentence with place and remedy; null while all is well. Once told it stays.</summary>
    string? Fault { get; }
}
