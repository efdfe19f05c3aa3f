using System.Collections.Immutable;
using System.Net;
using HilBench.Drivers.Hosting;
using HilBench.Emulators.Hosting;
using HilBench.Links;

namespace HilBench.Drivers.Docker;

/// <summary>Emulators in containers of this machine's Docker, one a device. Docker is asked for when the first device is placed.</summary>
/// <param name="sockets">Opens and keeps the bench's sockets, and what is closed with the rig.</param>
/// <param name="logFolder">Folder for a log of each device; null for none.</param>
internal sealed class ContainerHost(SocketRack sockets, string? logFolder) : IDeviceHost
{
    private static readonly IPEndPoint AnyFree = new(IPAddress.Loopback, 0);

    private readonly List<ContainerWatch> _watches = [];
    private DockerRigHost? _host;

    public async Task<ImmutableDictionary<string, LinkEnds>> PlaceAsync(PlacedDevice device, ImmutableArray<LinkSlot> slots, Func<EmulatorSettings> emulator)
    {
        _host ??= sockets.Keep(await DockerRigHost.OpenAsync(progress: null, CancellationToken.None));
        var name = device.Plan.Name;
        var listeners = slots.Where(slot => slot.Use == LinkUse.Sends)
            .ToDictionary(slot => slot.Kind, slot => sockets.Open($"{name}.{slot.Kind}", new IPEndPoint(_host.BenchAddress, 0), null), StringComparer.Ordinal);
        var links = slots.ToImmutableSortedDictionary(
            slot => slot.Kind,
            slot => slot.Use == LinkUse.Sends ? new LinkSettings { Remote = listeners[slot.Kind].Local } : new LinkSettings { Local = AnyFree },
            StringComparer.Ordinal);
        var log = logFolder is null ? null : Path.Combine(logFolder, $"{name}.log");
        var container = await _host.StartAsync(emulator() with { Links = links, StartOnCommand = true }, log, CancellationToken.None);
        var watch = new ContainerWatch(container);
        sockets.Add(watch);
        sockets.Add(new ContainerClock(container));
        _watches.Add(watch);
        return slots.ToImmutableDictionary(slot => slot.Kind, slot => Ends(slot), StringComparer.Ordinal);

        LinkEnds Ends(LinkSlot slot)
        {
            if (listeners.TryGetValue(slot.Kind, out var listener))
            {
                return new LinkEnds(sockets.Watch(listener, name), IPEndPoint.Parse(container.Health.Links[slot.Kind].Local), listener.Local);
            }

            var sender = sockets.Open($"{name}.{slot.Kind}", AnyFree, container.PublishedPort(slot.Kind));
            return new LinkEnds(sockets.Watch(sender, name), container.PublishedPort(slot.Kind), sender.Local);
        }
    }

    /// <summary>Tells the devices when they begin; a device that hears of it too late begins later, and its feed with it.</summary>
    public void Arm(Instant first) => _watches.ForEach(watch => watch.Start(first));

    public void Start(Instant first)
    {
        // They were told beforehand.
    }

    public void Stop()
    {
        // They end with their containers.
    }
}
