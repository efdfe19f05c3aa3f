using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>Tells of a device whose serial line was closed.</summary>
/// <param name="device">The device.</param>
internal sealed class LineWatch(string device) : IDeviceWatch
{
    public string Device => device;

    public string? Fault { get; set; }
}
