using Microsoft.Extensions.Hosting;

namespace HilBench.Watch.Serving;

/// <summary>The server ends when the command that started it says so: Ctrl-C ends the run, and the page then shows how it ended.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
