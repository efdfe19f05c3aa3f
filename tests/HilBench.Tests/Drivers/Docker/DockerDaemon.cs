using System.Net.Sockets;

namespace HilBench.Tests.Drivers.Docker;

/// <summary>The Docker daemon of this machine, looked at with the docker command: not with what is tested.</summary>
internal static class DockerDaemon
{
    private const string Remedy = "apt-get install docker.io iptables clang zlib1g-dev, and start it: dockerd &";

    /// <summary>Makes sure that Docker runs; skips the test with the install line otherwise.</summary>
    public static void Require()
    {
        Peers.Require("docker", "docker.io");
        Peers.Require("clang", "clang zlib1g-dev");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint("/var/run/docker.sock"));
        }
        catch (SocketException fault)
        {
            Peers.Missing($"Docker is not running ({fault.Message})", Remedy);
        }
    }

    /// <summary>Whether there is a container, running or not.</summary>
    public static bool Knows(string id) => Peers.Run("docker", "ps", "-aq", "--no-trunc").Contains(id, StringComparison.Ordinal);
}
