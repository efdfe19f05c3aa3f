using System.Net.Sockets;
using Docker.DotNet;

namespace HilBench.Drivers.Docker;

/// <summary>Reaches the Docker daemon of this machine, or says why not.</summary>
internal static class DockerConnection
{
    private const string Variable = "DOCKER_HOST";
    private const string UsualSocket = "unix:///var/run/docker.sock";
    private const string Scheme = "unix://";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Where Docker is reached: as its own tools do it.</summary>
    public static string Endpoint => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : UsualSocket;

    /// <summary>Connects and asks for the daemon's version.</summary>
    /// <exception cref="DockerException">Docker is not there, does not answer, or may not be used by this user.</exception>
    public static async Task<DockerClient> OpenAsync(string endpoint, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux() || !endpoint.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new DockerException(
                $"Docker at {endpoint}: containers of a rig reach the bench over a bridge of this machine, so Docker must run on this machine under Linux; unset {Variable} or use the rig 'emulated'.");
        }

        var socket = endpoint[Scheme.Length..];
        if (!File.Exists(socket))
        {
            throw new DockerException(
                $"Docker is not running: there is no socket {socket}. Start it (systemctl start docker, or dockerd & as root); install it where it is missing (apt-get install docker.io).");
        }

        var client = new DockerClientBuilder().WithEndpoint(new Uri(endpoint)).WithTimeout(Timeout.InfiniteTimeSpan).Build();
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            await CheckAsync(client, socket, patience.Token);
            return client;
        }
        catch (Exception fault)
        {
            client.Dispose();
            throw cancellation.IsCancellationRequested ? fault : Explain(fault, socket);
        }
    }

    private static async Task CheckAsync(DockerClient client, string socket, CancellationToken cancellation)
    {
        var version = await client.System.GetVersionAsync(cancellation);
        if (version.Os != "linux" || version.Arch != EmulatorBinary.DockerArchitecture)
        {
            throw new DockerException($"Docker at {socket} runs {version.Os}/{version.Arch} containers; the bench needs linux/{EmulatorBinary.DockerArchitecture}, as this machine is.");
        }
    }

    private static DockerException Explain(Exception fault, string socket)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case DockerException known:
                    return known;
                case SocketException { SocketErrorCode: SocketError.AccessDenied } or UnauthorizedAccessException:
                    return new DockerException(
                        $"Docker's socket {socket} may not be used by this user: add the user to its group (sudo usermod -aG docker $USER, then log in again) or run as root.", fault);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return new DockerException($"Docker is not running: nobody listens at {socket}. Start it (systemctl start docker, or dockerd & as root).", fault);
                case OperationCanceledException:
                    return new DockerException($"Docker at {socket} did not answer within {Patience.TotalSeconds:0} s: see its log (journalctl -u docker) and restart it.", fault);
            }
        }

        return new DockerException($"Docker at {socket} cannot be used: {fault.Message} See its log (journalctl -u docker).", fault);
    }
}
