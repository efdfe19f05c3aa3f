using System.CommandLine;
using HilBench.Watch;

namespace HilBench.Cli.Watching;

/// <summary>The options that show a run in a browser while it goes.</summary>
internal sealed class WatchOptions
{
    private readonly Option<bool> _watch = new("--watch") { Description = "Serve a page on 127.0.0.1 that shows the run as it goes; its address is told on standard error." };

    private readonly Option<int?> _port = PortOption();

    /// <summary>The option that chooses the page's port.</summary>
    public static Option<int?> PortOption()
    {
        var port = new Option<int?>("--watch-port") { Description = "TCP port of the page, 1 to 65535; with it the page is served. Default: a free one.", HelpName = "port" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 65535)
            {
                result.AddError("--watch-port is out of range, expected 1 to 65535");
            }
        });
        return port;
    }

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_watch);
        command.Add(_port);
    }

    /// <summary>Does something that writes an evidence folder, and serves the page meanwhile where that was asked for.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="parse">The command line.</param>
    /// <param name="folder">The evidence folder.</param>
    /// <param name="terminal">Where to tell the address.</param>
    /// <param name="body">What is done.</param>
    /// <exception cref="WatchException">The port cannot be had.</exception>
    public T During<T>(ParseResult parse, string folder, Terminal terminal, Func<T> body)
    {
        var port = parse.GetValue(_port);
        if (!parse.GetValue(_watch) && port is null)
        {
            return body();
        }

        // The run keeps the thread that the command was given, as it does without a page.
        var server = WatchServer.StartAsync(folder, port ?? 0, terminal.Time).GetAwaiter().GetResult();
        try
        {
            terminal.Error.WriteLine($"watch it: {server.Address}");
            return body();
        }
        finally
        {
            EndAsync(server).GetAwaiter().GetResult();
        }
    }

    private static async Task EndAsync(WatchServer server)
    {
        await server.FinishAsync();
        await server.DisposeAsync();
    }
}
