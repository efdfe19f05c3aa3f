using System.Net;
using HilBench.Emulators.Hosting;

namespace HilBench.Tests.Emulators.Hosting;

/// <summary>An emulator that runs on a thread of its own, as a program does.</summary>
internal sealed class RunningEmulator : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<EmulatorHealth> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningEmulator(EmulatorSettings settings) =>
        Ended = Task.Factory.StartNew(
            () => new EmulatorRun(settings) { Ready = health => _ready.SetResult(health) }.Execute(_stop.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

    /// <summary>Ends when the emulator has ended.</summary>
    public Task<EmulatorEnd> Ended { get; }

    /// <summary>Its control port.</summary>
    public IPEndPoint Control => IPEndPoint.Parse(_ready.Task.Result.Control!);

    /// <summary>Starts an emulator and waits until its ports are open.</summary>
    public static async Task<RunningEmulator> StartAsync(EmulatorSettings settings)
    {
        var emulator = new RunningEmulator(settings);
        await await Task.WhenAny(emulator._ready.Task, emulator.Ended);
        return emulator;
    }

    /// <summary>A port of it.</summary>
    public IPEndPoint Local(string link) => IPEndPoint.Parse(_ready.Task.Result.Links[link].Local);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Ended;
        _stop.Dispose();
    }
}
