using HilBench.Drivers.Docker;
using HilBench.Emulators.Hosting;

namespace HilBench.Cli.Emulation;

/// <summary>Runs an emulated device in a container until Ctrl-C, or until the container ends.</summary>
internal static class ContainerEmulation
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Runs it.</summary>
    /// <exception cref="DockerException">Docker cannot be used, or the container has ended by itself.</exception>
    public static async Task RunAsync(EmulatorSettings settings, EmulationDisplay display, Terminal terminal, CancellationToken cancellation)
    {
        await using var host = await DockerRigHost.OpenAsync(line => terminal.Error.WriteLine($"hilbench: {line}"), cancellation);
        await using var device = await host.StartAsync(settings, logFile: null, cancellation);
        display.Ready(Outside(device), $"container {device.ContainerId}");
        using var timer = new PeriodicTimer(Second, terminal.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                if (device.Ended.IsCompleted)
                {
                    throw new DockerException($"{(await device.Ended).Reason} Its last lines:\n{device.LastLines}");
                }

                display.Advance(device.Health);
            }
        }
        catch (OperationCanceledException)
        {
            display.End("stopped", await device.AskAsync(CancellationToken.None));
        }
    }

    // As it is reached from this machine.
    private static EmulatorHealth Outside(ContainerDevice device)
    {
        var links = device.Health.Links;
        foreach (var (kind, link) in links)
        {
            links = link.Remote is null ? links.SetItem(kind, link with { Local = device.PublishedPort(kind).ToString() }) : links;
        }

        return device.Health with { Links = links, Control = null };
    }
}
