using System.CommandLine;
using System.CommandLine.Help;
using HilBench.Cli.Emulation;
using HilBench.Cli.Watching;
using HilBench.Drivers.Doctor;
using HilBench.Scene;

namespace HilBench.Cli;

/// <summary>The command line of <c>hilbench</c>.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Carries out one command line.</summary>
    /// <param name="args">Its words, without <c>hilbench</c>.</param>
    /// <param name="terminal">What it reads from and writes to.</param>
    /// <returns>The exit code: <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        var parse = Create(terminal).Parse(args);
        if (parse.Errors.Count > 0 && parse.Action is not { ClearsParseErrors: true })
        {
            return UsageErrors.Tell(parse, terminal.Error);
        }

        try
        {
            return await parse.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            });
        }
        catch (Exception fault)
        {
            return Faults.Tell(fault, terminal.Error);
        }
    }

    private static TaughtCommand Create(Terminal terminal)
    {
        var root = new TaughtCommand("hilbench", "Hardware-in-the-loop test bench for V2X equipment: certifies road-side units, on-board units and signal controllers.")
        {
            Sections =
            [
                ("Exit codes",
                [
                    "0   pass: everything asked for was done, every purpose passed",
                    "1   fail: the device breaks a purpose, or a message breaks its definition",
                    "2   inconclusive: evidence is missing or too uncertain; the reason names what",
                    "3   error: the bench or what it was given is at fault; nothing is said about the device",
                    "64  usage: the command line is wrong",
                ]),
                ("Files", ["Paths are relative to the current folder. Results go to standard output, progress and messages to standard error."]),
            ],
        };
        root.Add(CertifyCommand.Create(terminal));
        root.Add(RunCommand.Create(terminal));
        root.Add(WatchCommand.Create(terminal));
        root.Add(JudgeCommand.Create(terminal));
        root.Add(ReportCommand.Create(terminal));
        root.Add(RenderCommand.Create(terminal));
        root.Add(DecodeCommand.Create(terminal));
        root.Add(PurposesCommand.Create(terminal));
        root.Add(ValidateCommand.Create(terminal));
        root.Add(RigsCommand.Create(terminal));
        root.Add(EmulateCommand.Create(terminal));
        root.Add(DoctorCommand.Create(terminal, new ThisMachine(), SceneRenderer.Try));
        root.Add(VersionCommand.Create(terminal));
        var help = Help(terminal);
        root.Options.Add(help);
        root.SetAction(parse =>
        {
            ((TeachingHelp)help.Action!).Invoke(parse);
            return ExitCodes.Usage;
        });
        return root;
    }

    private static HelpOption Help(Terminal terminal)
    {
        var help = new HelpOption { Description = "Show this help.", Recursive = true };
        help.Action = new TeachingHelp(new HelpAction { MaxWidth = terminal.Width });
        return help;
    }
}
