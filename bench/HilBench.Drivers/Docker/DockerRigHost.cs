using System.Net;
using Docker.DotNet;
using HilBench.Emulators.Hosting;

namespace HilBench.Drivers.Docker;

/// <summary>
/// Hosts emulated devices in containers of this machine's Docker, one container a device. Devices send to sockets of the bench on
/// <see cref="BenchAddress"/>; the bench sends to their published ports on 127.0.0.1. Nothing is published elsewhere.
/// </summary>
public sealed class DockerRigHost : IAsyncDisposable
{
    private readonly DockerClient _client;
    private readonly ContainerStart _start;
    private readonly List<ContainerDevice> _devices = [];
    private readonly Lock _gate = new();

    private DockerRigHost(DockerClient client, string image, IPAddress benchAddress) =>
        (_client, Image, BenchAddress, _start) = (client, image, benchAddress, new ContainerStart(client, image, benchAddress));

    /// <summary>A device ends by itself when the bench has not asked for it for this long.</summary>
    public static TimeSpan Lifeline { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Name of the emulators' image, with its tag.</summary>
    public string Image { get; }

    /// <summary>This machine's address on the containers' network: bind the sockets that devices send to there.</summary>
    public IPAddress BenchAddress { get; }

    /// <summary>Reaches Docker, removes what killed benches left, and makes sure that the emulators' image is there.</summary>
    /// <param name="progress">Told what is being done when it takes long; null for nobody.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DockerException">Docker cannot be used, or the emulator program or its image cannot be made; the message has the remedy.</exception>
    public static async Task<DockerRigHost> OpenAsync(Action<string>? progress, CancellationToken cancellation)
    {
        var client = await DockerConnection.OpenAsync(DockerConnection.Endpoint, cancellation);
        try
        {
            foreach (var swept in await StaleContainers.SweepAsync(client, cancellation))
            {
                progress?.Invoke($"removed container {swept}, whose bench has ended");
            }

            var address = await DockerBridge.FindAsync(client, cancellation);
            var program = await EmulatorBinary.FindAsync(progress, cancellation);
            return new DockerRigHost(client, await EmulatorImage.EnsureAsync(client, program, progress, cancellation), address);
        }
        catch (Exception fault)
        {
            client.Dispose();
            if (fault is DockerApiException or HttpRequestException)
            {
                throw new DockerException($"Docker refused: {fault.Message} See its log (journalctl -u docker).", fault);
            }

            throw;
        }
    }

    /// <summary>Starts a device in a container of its own and waits until it answers and its datagrams reach the bench.</summary>
    /// <param name="settings">
    /// Settings as for a program on this machine: <c>remote</c> of a link is a socket of the bench on <see cref="BenchAddress"/> (a loopback address stands for it), <c>local</c> is where
    /// on 127.0.0.1 the link is published (port 0: a free one). Its control port is set here.
    /// </param>
    /// <param name="logFile">Where what the device prints is copied to; null for nowhere.</param>
    /// <param name="cancellation">Ends it early; the container is removed.</param>
    /// <exception cref="DockerException">It did not start; the message has the device's last lines and the remedy.</exception>
    public async Task<ContainerDevice> StartAsync(EmulatorSettings settings, string? logFile, CancellationToken cancellation)
    {
        var device = await _start.RunAsync(settings, logFile, cancellation);
        lock (_gate)
        {
            _devices.Add(device);
        }

        return device;
    }

    /// <summary>Removes all containers that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_devices.Select(device => device.DisposeAsync().AsTask()));
        _client.Dispose();
    }
}
