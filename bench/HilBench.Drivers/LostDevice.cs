using HilBench.Rigs;

namespace HilBench.Drivers;

/// <summary>A device that could not be put in its place, or did not answer when the rig was opened: the others go on without it.</summary>
/// <param name="device">The device.</param>
/// <param name="reason">What happened, in one sentence.</param>
internal sealed class LostDevice(string device, string reason) : IDeviceWatch
{
    public string Device => device;

    public string? Fault => reason;
}
