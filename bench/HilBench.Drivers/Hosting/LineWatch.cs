using HilBench.Rigs;

namespace HilBench.Drivers.Hosting;

/// <summary>Tells of a device whose serial line was closed, or takes no more: one loss is told once, by whichever notices first.</summary>
/// <param name="device">The device.</param>
internal sealed class LineWatch(string device) : IDeviceWatch
{
    private string? _fault;

    public string Device => device;

    /// <summary>The driver that sends on the line, which tells when it cannot.</summary>
    public IDeviceWatch? Sender { get; set; }

    public string? Fault => _fault ??= Sender?.Fault;

    /// <summary>The line was closed.</summary>
    public void Close(string reason) => _fault ??= reason;
}
