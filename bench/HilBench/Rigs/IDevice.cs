namespace HilBench.Rigs;

/// <summary>A device of an open rig, as the bench speaks to it. What it can do is said by the capabilities that its driver has.</summary>
public interface IDevice
{
    /// <summary>What the rig file says of it.</summary>
    DevicePlan Plan { get; }
}
