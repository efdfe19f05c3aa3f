using System.Runtime.InteropServices;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>Runs one emulator as a program does: on the calling thread, until a signal, its control port or its lifeline ends it.</summary>
/// <param name="settings">Settings that were checked.</param>
public sealed class EmulatorRun(EmulatorSettings settings)
{
    /// <summary>Told when the ports are open.</summary>
    public Action<EmulatorHealth>? Ready { get; init; }

    /// <summary>Told each second of what it has done so far.</summary>
    public Action<EmulatorHealth>? Progress { get; init; }

    /// <summary>Runs to the end.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="LinkException">A port is in use or an address is not of this machine.</exception>
    public EmulatorEnd Execute(CancellationToken cancellation)
    {
        using var loop = EventLoop.CreateWall();
        EmulatorEnd? end = null;
        loop.Run(async () =>
        {
            await using var host = await EmulatorHost.OpenAsync(loop, settings);
            void EndFor(string reason) => loop.Post(_ => host.End(EndCause.Signal, reason), null);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Take(context, EndFor));
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Take(context, EndFor));
            using var cancelled = cancellation.Register(() => EndFor("stopped"));
            Ready?.Invoke(host.Health);
            using var progress = Progress is { } tell ? loop.Every(loop.Now + TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), _ => tell(host.Health)) : null;
            end = await host.Ended;
        });
        return end!;
    }

    private static void Take(PosixSignalContext context, Action<string> end)
    {
        // Without this the runtime would end the process before the device has told its summary.
        context.Cancel = true;
        end(context.Signal == PosixSignal.SIGTERM ? "stopped by SIGTERM" : "stopped by Ctrl-C");
    }
}
