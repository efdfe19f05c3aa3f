using System.CommandLine;
using System.Globalization;
using HilBench.Cli.Progress;
using HilBench.Cli.Watching;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Cli;

/// <summary><c>hilbench run</c></summary>
internal static class RunCommand
{
    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("run", "Make a scenario happen on a rig and record it, without judging.")
        {
            Examples =
            [
                ("run my-scenario.yaml", "Run a scenario of your own on the emulated rig, under the virtual clock."),
                ("run my-scenario.yaml --rig rigs/mine --clock wall --links udp", "On a rig of your own, over UDP in real time."),
                ("run my-scenario.yaml --out run1 && hilbench judge run1", "Record first, judge when you like."),
                ("run my-scenario.yaml --rig rigs/mine --watch", "With a page in your browser that shows it as it goes."),
            ],
            Sections = [("Exit code", ["0 when the scenario ran to its end, 2 when it was stopped before; the capture is kept either way."])],
        };
        var scenario = new Argument<string>("scenario") { Description = "Scenario file (YAML).", HelpName = "file" };
        var options = new RunOptions(terminal);
        var format = WordOption.Create("--format", "What is written to standard output.", ("text", OutputFormat.Text), ("json", OutputFormat.Json));
        command.Add(scenario);
        options.AddTo(command);
        var watch = new WatchOptions();
        watch.AddTo(command);
        command.Add(format);
        command.SetAction((parse, cancellation) =>
        {
            var file = parse.GetRequiredValue(scenario);
            var folder = options.Folder(parse, file);
            var outcome = watch.During(parse, folder, terminal, () => Stages.Run(terminal, ["run"], display =>
            {
                display.Begin();
                var made = RunLauncher.Execute(options.Request(parse, file, folder, suite: null, EvidenceLevel.Full, display), cancellation);
                Manifest.Write(made.Folder);
                return made;
            }));
            Write(outcome, parse.GetValue(format), terminal.Output);
            return Task.FromResult(outcome.Complete ? ExitCodes.Pass : ExitCodes.Inconclusive);
        });
        return command;
    }

    private static void Write(RunOutcome outcome, OutputFormat format, TextWriter output)
    {
        if (format == OutputFormat.Json)
        {
            JsonOutput.Write(output, json =>
            {
                json.WriteString("evidence", outcome.Folder);
                json.WriteNumber("packets", outcome.Packets);
                json.WriteBoolean("complete", outcome.Complete);
                json.WriteNumber("timers", outcome.Lateness.Count);
                json.WriteNumber("p99LatenessMilliseconds", outcome.Lateness.P99.TotalMilliseconds);
                json.WriteNumber("maxLatenessMilliseconds", outcome.Lateness.Max.TotalMilliseconds);
            });
            return;
        }

        var end = outcome.Complete ? "to its end" : "stopped before its end";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Header.Scenario.Name}: {end}, {outcome.Packets} packets"));
        if (outcome.Floor is { } floor)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"timing floor: p50 {floor.P50Microseconds:0} µs, p99 {floor.P99Microseconds:0} µs (n = {floor.Count}); latest timer {outcome.Lateness.Max.TotalMilliseconds:0.###} ms (n = {outcome.Lateness.Count})"));
        }

        output.WriteLine($"evidence: {outcome.Folder}");
        output.WriteLine($"judge it: hilbench judge {outcome.Folder}");
    }
}
