using System.Globalization;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.OpenV2X;

/// <summary>
/// The cloud platform of a run: sends the unit its map when the run begins, or waits for its heartbeat where there is no map to send, and tells when the
/// broker has gone.
/// </summary>
public sealed class CloudSession : ICloudPlatform, IRunPreparation, IDeviceWatch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly EventLoop _loop;
    private readonly CloudPlan _cloud;
    private readonly OpenV2XCloudDriver _driver;
    private readonly string _folder;

    /// <summary>Begins.</summary>
    /// <param name="loop">The run's event loop.</param>
    /// <param name="plan">What the rig file says of the unit.</param>
    /// <param name="cloud">How it is reached.</param>
    /// <param name="driver">Speaks to it.</param>
    /// <param name="bus">The broker.</param>
    /// <param name="folder">Folder that the map's file is relative to.</param>
    public CloudSession(EventLoop loop, DevicePlan plan, CloudPlan cloud, OpenV2XCloudDriver driver, IMessageBus bus, string folder)
    {
        (_loop, Plan, _cloud, _driver, _folder) = (loop, plan, cloud, driver, folder);
        bus.ConnectionChanged = reason => Fault ??= reason;
    }

    /// <inheritdoc/>
    public DevicePlan Plan { get; }

    string IDeviceWatch.Device => Plan.Name;

    /// <inheritdoc/>
    public string? Fault { get; private set; }

    /// <inheritdoc/>
    public bool IsOnline(string unit) => _driver.IsOnline(unit);

    /// <inheritdoc/>
    public Task SendMapAsync(string unit, string name, ReadOnlyMemory<byte> map, TimeSpan limit) => _driver.SendMapAsync(unit, name, map, limit);

    /// <inheritdoc/>
    public Task SendRoadEventAsync(string unit, ReadOnlyMemory<byte> roadEvent, TimeSpan limit) => _driver.SendRoadEventAsync(unit, roadEvent, limit);

    /// <inheritdoc/>
    public async Task PrepareRunAsync(string run, CancellationToken cancellation)
    {
        if (_cloud.Map is { } file)
        {
            await _driver.SendMapAsync(_cloud.Esn, Path.GetFileNameWithoutExtension(file), Read(Path.Combine(_folder, file)), Patience);
            return;
        }

        var end = _loop.Now + Patience;
        while (!_driver.IsOnline(_cloud.Esn))
        {
            if (_loop.Now >= end)
            {
                throw new CloudException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Plan.Name}: no heartbeat of {_cloud.Esn} on the broker for {Patience.TotalSeconds:0} s. Check the unit's broker, user and password, and 'esn' in the rig file."));
            }

            await Task.Delay(Look, _loop.Time, cancellation);
        }
    }

    private byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CloudException($"{Plan.Name}: the map {file} cannot be read: {fault.Message} Mend 'cloud.map' in the rig file.", fault);
        }
    }
}
