using System.Collections.Immutable;
using System.Net;
using Docker.DotNet;
using HilBench.Emulators.Hosting;
using HilBench.Links;

namespace HilBench.Drivers.Docker;

/// <summary>One emulated device that runs in a container. While this lives, the container's lifeline is kept; disposing it removes the container.</summary>
public sealed class ContainerDevice : IAsyncDisposable
{
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RemovePatience = TimeSpan.FromSeconds(20);

    private readonly DockerClient _client;
    private readonly string _id;
    private readonly ContainerLog _log;
    private readonly EmulatorControl _control;
    private readonly ImmutableSortedDictionary<string, IPEndPoint> _published;
    private readonly ImmutableSortedDictionary<string, IPEndPoint> _inside;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _beating;
    private EmulatorHealth _health;
    private bool _disposed;

    internal ContainerDevice(
        DockerClient client,
        string name,
        string id,
        ContainerLog log,
        EmulatorControl control,
        EmulatorHealth health,
        Task<ContainerEnd> ended,
        (ImmutableSortedDictionary<string, IPEndPoint> Published, ImmutableSortedDictionary<string, IPEndPoint> Inside) ports,
        TimeSpan heartbeat)
    {
        (_client, Name, _id, _log, _control, _health, Ended) = (client, name, id, log, control, health, ended);
        (_published, _inside) = ports;
        _beating = Task.Run(() => BeatAsync(heartbeat));
    }

    /// <summary>Name of the device.</summary>
    public string Name { get; }

    /// <summary>Docker's id of the container.</summary>
    public string ContainerId => _id;

    /// <summary>What the device said of itself last; each heartbeat asks again.</summary>
    public EmulatorHealth Health => Volatile.Read(ref _health);

    /// <summary>Ends, with the reason, when the container has ended for whatever cause; also when it was disposed.</summary>
    public Task<ContainerEnd> Ended { get; }

    /// <summary>The last lines that the device printed.</summary>
    public string LastLines => _log.LastLines;

    /// <summary>Address and port of this machine at which a link that the device listens on is published.</summary>
    /// <param name="kind">Kind of link, for example <c>detectors</c>.</param>
    public IPEndPoint PublishedPort(string kind) => _published[kind];

    /// <summary>Address and port of the container itself; reached from this machine without Docker's proxy in between.</summary>
    /// <param name="kind">Kind of link.</param>
    public IPEndPoint BridgePort(string kind) => _inside[kind];

    /// <summary>Asks the device for its health.</summary>
    /// <exception cref="DockerException">It does not answer.</exception>
    public Task<EmulatorHealth> AskAsync(CancellationToken cancellation) => AskAsync(new ControlRequest { Ask = ControlRequest.Health }, cancellation);

    /// <summary>Has the device tell its health once more; ends without a fault when it does not.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        if (!Ended.IsCompleted && await _control.AskAsync(new ControlRequest { Ask = ControlRequest.Health }, StopPatience, cancellation) is { } health)
        {
            Volatile.Write(ref _health, health);
        }
    }

    /// <summary>Starts a device that waits for it.</summary>
    /// <param name="first">Its first tick, on this machine's clock; null for as soon as possible.</param>
    /// <param name="cancellation">Ends the wait for its answer.</param>
    /// <exception cref="DockerException">It does not answer.</exception>
    public Task<EmulatorHealth> StartAsync(Instant? first, CancellationToken cancellation) =>
        AskAsync(new ControlRequest { Ask = ControlRequest.Start, At = first }, cancellation);

    /// <summary>Stops the device and removes its container; its log is whole then.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        await _closing.CancelAsync();
        await _beating;
        if (!Ended.IsCompleted)
        {
            await _control.AskAsync(new ControlRequest { Ask = ControlRequest.Stop }, StopPatience, CancellationToken.None);
            await Task.WhenAny(Ended, Task.Delay(StopPatience, TimeProvider.System));
        }

        using var patience = new CancellationTokenSource(RemovePatience);
        await ContainerRemoval.RemoveAsync(_client, _id, patience.Token);
        await Task.WhenAny(_log.Copied, Task.Delay(RemovePatience, TimeProvider.System));
        _control.Dispose();
        _closing.Dispose();
    }

    private async Task<EmulatorHealth> AskAsync(ControlRequest request, CancellationToken cancellation)
    {
        var answer = Ended.IsCompleted ? Task.FromResult<EmulatorHealth?>(null) : _control.AskAsync(request, AnswerPatience, cancellation);
        if (await Task.WhenAny(answer, Ended) == answer && await answer is { } health)
        {
            Volatile.Write(ref _health, health);
            return health;
        }

        throw new DockerException(Ended.IsCompletedSuccessfully
            ? $"{Ended.Result.Reason} Its last lines:\n{LastLines}"
            : $"{Name}: the emulator in container {_id[..12]} has not answered for {AnswerPatience.TotalSeconds:0} s; look at it with 'docker logs {_id[..12]}'.");
    }

    private async Task BeatAsync(TimeSpan heartbeat)
    {
        using var timer = new PeriodicTimer(heartbeat, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token) && !Ended.IsCompleted)
            {
                if (await _control.AskAsync(new ControlRequest { Ask = ControlRequest.Health }, heartbeat, _closing.Token) is { } health)
                {
                    Volatile.Write(ref _health, health);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The device is being disposed.
        }
    }
}
