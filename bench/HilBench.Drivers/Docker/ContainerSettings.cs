using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Docker.DotNet.Models;
using HilBench.Emulators.Hosting;

namespace HilBench.Drivers.Docker;

/// <summary>
/// The settings of an emulator as its container gets them. Inside, it listens on the usual ports of every address; outside, each of them
/// is published on the address and port that the settings name for this machine (port 0: a free one).
/// </summary>
/// <param name="Inside">Settings for the program in the container.</param>
/// <param name="Published">Ports to publish: Docker's name of the port inside → where on this machine.</param>
/// <param name="Ports">Docker's names of the ports inside, by kind of link, and <see cref="Control"/>.</param>
internal sealed record ContainerSettings(
    EmulatorSettings Inside, ImmutableDictionary<string, IPEndPoint> Published, ImmutableSortedDictionary<string, string> Ports)
{
    /// <summary>Name of the control port among the <see cref="Ports"/>; no kind of link is called so.</summary>
    public const string Control = "control";

    private const int ControlPort = 50_900;
    private static readonly IPEndPoint AnyFree = new(IPAddress.Loopback, 0);

    /// <summary>Translates settings for this machine.</summary>
    /// <param name="settings">Settings as for a program on this machine.</param>
    /// <param name="announce">Where the device announces itself: a socket of the bench on the bridge.</param>
    /// <param name="lifeline">The device ends by itself when it was asked nothing for this long.</param>
    public static ContainerSettings Of(EmulatorSettings settings, IPEndPoint announce, TimeSpan lifeline)
    {
        var links = settings.Links.ToBuilder();
        var ports = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var published = ImmutableDictionary.CreateBuilder<string, IPEndPoint>(StringComparer.Ordinal);
        foreach (var slot in DeviceKind.Of(settings).Slots)
        {
            if (slot.Use == LinkUse.Listens && settings.Links.TryGetValue(slot.Kind, out var link))
            {
                links[slot.Kind] = link with { Local = new IPEndPoint(IPAddress.Any, slot.UsualPort) };
                Publish(slot.Kind, slot.UsualPort, link.Local ?? AnyFree);
            }
            else if (slot.Use == LinkUse.Sends && settings.Links.TryGetValue(slot.Kind, out var sending))
            {
                links[slot.Kind] = sending with { Local = null, Remote = Seen(sending.Remote!) };
            }
        }

        Publish(Control, ControlPort, AnyFree);
        var inside = settings with
        {
            Links = links.ToImmutable(),
            Control = new ControlSettings { Local = new IPEndPoint(IPAddress.Any, ControlPort), Announce = announce, Lifeline = lifeline },
        };
        return new ContainerSettings(inside, published.ToImmutable(), ports.ToImmutable());

        // Loopback inside a container is the container itself.
        IPEndPoint Seen(IPEndPoint remote) => IPAddress.IsLoopback(remote.Address) ? new IPEndPoint(announce.Address, remote.Port) : remote;

        void Publish(string kind, int port, IPEndPoint on)
        {
            if (!IPAddress.IsLoopback(on.Address))
            {
                throw new DockerException($"{settings.Name}.{kind}: {on.Address} is not loopback; ports of containers are published on 127.0.0.1 only. Give 127.0.0.1 in the rig file.");
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{port}/udp");
            ports[kind] = name;
            published[name] = on;
        }
    }

    /// <summary>What Docker is asked to publish.</summary>
    public Dictionary<string, IList<PortBinding>> Bindings() => Published.ToDictionary(
        pair => pair.Key,
        pair => (IList<PortBinding>)[new PortBinding { HostIP = pair.Value.Address.ToString(), HostPort = pair.Value.Port == 0 ? string.Empty : pair.Value.Port.ToString(CultureInfo.InvariantCulture) }],
        StringComparer.Ordinal);
}
