using System.Collections.Immutable;
using System.Formats.Tar;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Docker.DotNet;
using Docker.DotNet.Models;
using HilBench.Emulators.Hosting;

namespace HilBench.Drivers.Docker;

/// <summary>Starts one device in a container: made, given its settings, watched from its first line, and waited for.</summary>
/// <param name="client">Docker.</param>
/// <param name="image">The emulators' image.</param>
/// <param name="benchAddress">The bench's address on the containers' network.</param>
internal sealed class ContainerStart(DockerClient client, string image, IPAddress benchAddress)
{
    private const long MemoryOctets = 256 << 20;
    private const int Processes = 64;
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AnnouncePatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RemovePatience = TimeSpan.FromSeconds(20);

    /// <summary>Starts the device and returns when it is ready; when it is not, its container is removed.</summary>
    public async Task<ContainerDevice> RunAsync(EmulatorSettings settings, string? logFile, CancellationToken cancellation)
    {
        using var announced = new UdpClient(new IPEndPoint(benchAddress, 0));
        var container = ContainerSettings.Of(settings, (IPEndPoint)announced.Client.LocalEndPoint!, DockerRigHost.Lifeline);
        string? id = null;
        try
        {
            id = (await client.Containers.CreateContainerAsync(Parameters(settings.Name, container), cancellation)).ID;
            await PutSettingsAsync(id, container.Inside, cancellation);
            // Attached before it runs: nothing that it prints is missed, however short it lives.
            var output = await client.Containers.AttachContainerAsync(id, new ContainerAttachParameters { Stream = true, Stdout = true, Stderr = true }, cancellation);
            var log = ContainerLog.Follow(output, logFile);
            await client.Containers.StartContainerAsync(id, new ContainerStartParameters(), cancellation);
            // Not on the caller's loop: the end has to be told even when that has ended before.
            var started = id;
            var ended = Task.Run(() => WaitAsync(settings.Name, started), CancellationToken.None);
            return await ReadyAsync(settings.Name, id, container, log, ended, announced, cancellation);
        }
        catch (Exception fault)
        {
            if (id is not null)
            {
                using var patience = new CancellationTokenSource(RemovePatience);
                await ContainerRemoval.RemoveAsync(client, id, patience.Token);
            }

            if (fault is DockerApiException or HttpRequestException)
            {
                throw new DockerException($"{settings.Name}: Docker could not start its container: {Words(fault)}", fault);
            }

            throw;
        }
    }

    private async Task<ContainerDevice> ReadyAsync(
        string name, string id, ContainerSettings container, ContainerLog log, Task<ContainerEnd> ended, UdpClient announced, CancellationToken cancellation)
    {
        var (published, inside) = await PortsAsync(name, id, container, log, ended, cancellation);
        var control = new EmulatorControl(published[ContainerSettings.Control]);
        try
        {
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var answer = control.AskAsync(new ControlRequest { Ask = ControlRequest.Health }, ReadyPatience, gone.Token);
            if (await Task.WhenAny(answer, ended) == ended)
            {
                await gone.CancelAsync();
                throw await EndedEarlyAsync(log, ended);
            }

            var health = await answer ?? throw new DockerException(
                $"{name}: the emulator in its container did not answer within {ReadyPatience.TotalSeconds:0} s at {published[ContainerSettings.Control]}. Its last lines:\n{log.LastLines}");
            await ReachedAsync(name, announced, cancellation);
            return new ContainerDevice(client, name, id, log, control, health, ended, (published, inside), DockerRigHost.Lifeline / 5);
        }
        catch
        {
            control.Dispose();
            throw;
        }
    }

    // The device's datagrams have to reach the bench, or a run would find silence and call it the device's.
    private static async Task ReachedAsync(string name, UdpClient announced, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(AnnouncePatience);
        try
        {
            while (!ControlMessages.TryReadHealth((await announced.ReceiveAsync(patience.Token)).Buffer, out var health) || health.Name != name)
            {
                // Somebody else's datagram.
            }
        }
        catch (OperationCanceledException silence) when (!cancellation.IsCancellationRequested)
        {
            throw new DockerException(
                $"{name}: its container runs, but its datagrams do not reach the bench at {announced.Client.LocalEndPoint}: a firewall drops them. Let them in (iptables -I INPUT -i docker0 -p udp -j ACCEPT).",
                silence);
        }
    }

    private async Task<(ImmutableSortedDictionary<string, IPEndPoint> Published, ImmutableSortedDictionary<string, IPEndPoint> Inside)> PortsAsync(
        string name, string id, ContainerSettings container, ContainerLog log, Task<ContainerEnd> ended, CancellationToken cancellation)
    {
        ContainerInspectResponse state;
        try
        {
            state = await client.Containers.InspectContainerAsync(id, cancellation);
        }
        catch (DockerContainerNotFoundException gone)
        {
            throw await EndedEarlyAsync(log, ended, gone);
        }

        if (state is not { State.Running: true, NetworkSettings: { } network } || !IPAddress.TryParse(network.Networks?[DockerBridge.Network].IPAddress, out var address))
        {
            throw await EndedEarlyAsync(log, ended);
        }

        var published = container.Ports.ToImmutableSortedDictionary(
            pair => pair.Key,
            pair => network.Ports.TryGetValue(pair.Value, out var bindings) && bindings is { Count: > 0 }
                ? new IPEndPoint(IPAddress.Parse(bindings[0].HostIP), int.Parse(bindings[0].HostPort, CultureInfo.InvariantCulture))
                : throw new DockerException($"{name}: Docker did not publish {pair.Value} ({pair.Key}); see its log (journalctl -u docker)."),
            StringComparer.Ordinal);
        var inside = container.Ports.ToImmutableSortedDictionary(
            pair => pair.Key, pair => new IPEndPoint(address, int.Parse(pair.Value.Split('/')[0], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
        return (published, inside);
    }

    private static async Task<DockerException> EndedEarlyAsync(ContainerLog log, Task<ContainerEnd> ended, Exception? cause = null)
    {
        var end = await ended;
        await Task.WhenAny(log.Copied, Task.Delay(AnnouncePatience, TimeProvider.System));
        var message = $"{end.Reason} That was before it was ready. Its last lines:\n{log.LastLines}";
        return cause is null ? new DockerException(message) : new DockerException(message, cause);
    }

    private async Task<ContainerEnd> WaitAsync(string name, string id)
    {
        try
        {
            var response = await client.Containers.WaitContainerAsync(id, CancellationToken.None);
            return ContainerEnd.Of(name, response.StatusCode);
        }
        catch (DockerContainerNotFoundException)
        {
            return new ContainerEnd(null, $"{name}: its container is gone; somebody else has removed it.");
        }
        catch (Exception fault) when (fault is DockerApiException or HttpRequestException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            return new ContainerEnd(null, $"{name}: Docker does not answer any more, and nothing is known of its container: {fault.Message}");
        }
    }

    private CreateContainerParameters Parameters(string name, ContainerSettings container) => new()
    {
        Name = $"hilbench-{Environment.ProcessId}-{name}-{Guid.NewGuid():N}"[..Math.Min(60, $"hilbench-{Environment.ProcessId}-{name}-".Length + 8)],
        Image = image,
        Labels = BenchOwner.Labels(name),
        AttachStdout = true,
        AttachStderr = true,
        ExposedPorts = container.Published.Keys.ToDictionary(port => port, _ => default(EmptyStruct), StringComparer.Ordinal),
        HostConfig = new HostConfig
        {
            NetworkMode = DockerBridge.Network,
            PortBindings = container.Bindings(),
            AutoRemove = true,
            CapDrop = ["ALL"],
            SecurityOpt = ["no-new-privileges"],
            Memory = MemoryOctets,
            PidsLimit = Processes,
        },
    };

    // Not in the image and not in its environment: settings may hold secrets, and both can be read by whoever may ask Docker.
    private async Task PutSettingsAsync(string id, EmulatorSettings settings, CancellationToken cancellation)
    {
        using var archive = new MemoryStream();
        using var data = new MemoryStream(Encoding.UTF8.GetBytes(SettingsDocument.Write(settings)));
        await using (var tar = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            var entry = new UstarTarEntry(TarEntryType.RegularFile, EmulatorImage.SettingsFile)
            {
                DataStream = data,
                Mode = UnixFileMode.UserRead,
                Uid = EmulatorImage.User,
                Gid = EmulatorImage.User,
            };
            await tar.WriteEntryAsync(entry, cancellation);
        }

        archive.Position = 0;
        await client.Containers.ExtractArchiveToContainerAsync(id, new CopyToContainerParameters { Path = "/" }, archive, cancellation);
    }

    private static string Words(Exception fault) => fault switch
    {
        DockerApiException { ResponseBody: { } body } when body.Contains("port is already allocated", StringComparison.Ordinal) || body.Contains("address already in use", StringComparison.Ordinal) =>
            $"a port that it is to be published on is in use ({body.Trim()}). End what uses it (ss -ulpn) or give port 0 for a free one.",
        DockerApiException { ResponseBody: { } body } => body.Trim(),
        _ => fault.Message,
    };
}
