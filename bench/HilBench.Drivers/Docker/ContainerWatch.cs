using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.Docker;

/// <summary>Starts a device in its container, and tells when the container has ended or did not take its start.</summary>
internal sealed class ContainerWatch(ContainerDevice container) : IDeviceWatch
{
    private Task<Emulators.Hosting.EmulatorHealth>? _started;

    public string Device => container.Name;

    public string? Fault =>
        container.Ended.IsCompletedSuccessfully ? container.Ended.Result.Reason
        : _started?.Exception?.InnerException is { } refused ? refused.Message
        : null;

    /// <summary>Starts the device; whether it took that is told by <see cref="Fault"/>.</summary>
    public void Start(Instant first) => _started = Task.Run(() => container.StartAsync(first, CancellationToken.None));
}
