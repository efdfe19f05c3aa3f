using System.Diagnostics;
using HilBench.Drivers.Docker;

namespace HilBench.Tests.Drivers.Docker;

/// <summary>A bench that is killed with SIGKILL has no time to tidy up: its containers go all the same.</summary>
[Category("Docker")]
internal sealed class KilledBenchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    [OneTimeSetUp]
    public async Task OpenDocker()
    {
        DockerDaemon.Require();

        // The program and its image are there before a bench that is to be killed looks for them.
        await using var host = await DockerRigHost.OpenAsync(TestContext.Progress.WriteLine, CancellationToken.None);
    }

    [Test]
    public async Task Its_container_ends_within_its_lifeline()
    {
        using var bench = Start("obu1", "gnss=127.0.0.1:0");
        var container = await ContainerAsync(bench);
        bench.Kill();
        await bench.WaitForExitAsync();

        await UntilAsync(() => !DockerDaemon.Knows(container), "the container is gone");
    }

    [Test]
    public async Task A_container_that_cannot_end_by_itself_is_removed_by_the_next_bench()
    {
        using var bench = Start("asc1", "detectors=127.0.0.1:0");
        var container = await ContainerAsync(bench);
        Peers.Run("docker", "pause", container);
        bench.Kill();
        await bench.WaitForExitAsync();
        var told = new List<string>();

        await using var next = await DockerRigHost.OpenAsync(told.Add, CancellationToken.None);

        Assert.That(told, Has.Some.Contains("whose bench has ended"));
        Assert.That(DockerDaemon.Knows(container), Is.False);
    }

    private static Process Start(string device, string freePort)
    {
        string[] args = [Path.Combine(AppContext.BaseDirectory, "HilBench.Cli.dll"), "emulate", device, "--container", "--link", freePort];
        return Process.Start(new ProcessStartInfo("dotnet", args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static async Task<string> ContainerAsync(Process bench)
    {
        while (await bench.StandardOutput.ReadLineAsync().WaitAsync(Patience, TimeProvider.System) is { } line)
        {
            if (line.Contains("container ", StringComparison.Ordinal))
            {
                return line.Split(' ')[^1];
            }
        }

        throw new InvalidOperationException(await bench.StandardError.ReadToEndAsync());
    }

    private static async Task UntilAsync(Func<bool> condition, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(Patience), what);
            await Task.Delay(Again, TimeProvider.System, CancellationToken.None);
        }
    }
}
