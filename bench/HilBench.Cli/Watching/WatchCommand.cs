using System.CommandLine;
using HilBench.Runs;
using HilBench.Watch;

namespace HilBench.Cli.Watching;

/// <summary><c>hilbench watch</c></summary>
internal static class WatchCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("watch", "Show a run in a browser while another hilbench makes it, until Ctrl-C.")
        {
            Examples =
            [
                ("watch artifacts/runs/my-run", "Follow a run that goes on in another terminal; its process does nothing for it."),
                ("watch artifacts/runs/my-run --watch-port 8642", "On a port of your choice, for example for: ssh -L 8642:127.0.0.1:8642 bench"),
            ],
            Sections =
            [
                ("The page", ["It is served on 127.0.0.1 only, needs nothing from elsewhere, and shows verdicts as preliminary until the recording has been judged."]),
                ("Exit code", ["0 when it was ended by Ctrl-C; 3 when the folder is not there or the port cannot be had."]),
            ],
        };
        var folder = new Argument<string>("evidence") { Description = "Evidence folder of the run.", HelpName = "folder" };
        var port = WatchOptions.PortOption();
        command.Add(folder);
        command.Add(port);
        command.SetAction((parse, cancellation) => RunAsync(parse.GetRequiredValue(folder), parse.GetValue(port) ?? 0, terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, int port, Terminal terminal, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            throw new EvidenceException($"{folder}: there is no such folder; expected the evidence folder of a run, as certify and run make it.");
        }

        await using var server = await WatchServer.StartAsync(folder, port, terminal.Time);
        terminal.Error.WriteLine($"watch it: {server.Address} (Ctrl-C ends)");
        try
        {
            await server.Over.WaitAsync(cancellation);
            terminal.Error.WriteLine("the run is over; the page stays until Ctrl-C");
            await Task.Delay(Timeout.InfiniteTimeSpan, terminal.Time, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how it ends.
        }

        return ExitCodes.Pass;
    }
}
