using HilBench.Rigs;

namespace HilBench.Drivers.GbT20999;

/// <summary>Has a controller's lamps read for as long as the rig is open, and tells when it no longer answers.</summary>
public sealed class GbT20999Watch : IDeviceWatch, IAsyncDisposable
{
    private readonly GbT20999ControllerDriver _driver;
    private readonly CancellationTokenSource _closing = new();
    private string? _fault;

    /// <summary>Begins to read. Call it on the event loop.</summary>
    /// <param name="driver">The controller.</param>
    public GbT20999Watch(GbT20999ControllerDriver driver)
    {
        _driver = driver;
        _ = driver.WatchAsync(_closing.Token);
    }

    /// <inheritdoc/>
    public string Device => _driver.Plan.Name;

    /// <inheritdoc/>
    public string? Fault => _fault ??= _driver.Trouble;

    /// <summary>Ends the reading.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _closing.Dispose();
    }
}
