using System.Net;
using System.Net.NetworkInformation;
using Docker.DotNet;

namespace HilBench.Drivers.Docker;

/// <summary>The network between containers and this machine.</summary>
internal static class DockerBridge
{
    /// <summary>Name of the network that containers are on.</summary>
    public const string Network = "bridge";

    private const string Interface = "com.docker.network.bridge.name";

    /// <summary>The address of this machine on the network: containers reach the bench there, and nobody outside this machine does.</summary>
    /// <exception cref="DockerException">There is no such network, or its gateway is not this machine.</exception>
    public static async Task<IPAddress> FindAsync(DockerClient client, CancellationToken cancellation)
    {
        var network = await client.Networks.InspectNetworkAsync(Network, cancellation);
        var named = network.IPAM?.Config?.Select(config => config.Gateway).FirstOrDefault(gateway => !string.IsNullOrEmpty(gateway));
        var mine = Addresses(null);
        if (named is not null && IPAddress.TryParse(named, out var address) && mine.Contains(address))
        {
            return address;
        }

        // Older daemons do not tell the gateway of their first network; its interface has it.
        var bridge = network.Options is { } options && options.TryGetValue(Interface, out var name) ? name : "docker0";
        return Addresses(bridge).FirstOrDefault() ?? throw new DockerException(
            $"Docker's network '{Network}' ends at {named ?? bridge}, which is not on this machine: containers could not reach the bench. Run Docker on this machine itself, not in a virtual machine, and with its bridge (no --bridge=none).");
    }

    private static IPAddress[] Addresses(string? name) =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(candidate => name is null || candidate.Name == name)
            .SelectMany(candidate => candidate.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Where(address => address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork),
    ];
}
