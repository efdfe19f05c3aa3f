using System.CommandLine;
using System.Text.Json;
using HilBench.Cli.Rendering;
using HilBench.Drivers.Doctor;

namespace HilBench.Cli;

/// <summary><c>hilbench doctor</c></summary>
internal static class DoctorCommand
{
    private const string DefaultFolder = "artifacts/runs";

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What it writes to.</param>
    /// <param name="machine">The machine that is looked at.</param>
    /// <param name="draw">Draws a picture, and tells what drew it.</param>
    public static TaughtCommand Create(Terminal terminal, IMachine machine, Func<string> draw)
    {
        var command = new TaughtCommand("doctor", "Look at this machine: what the bench can use here, what each missing thing costs, and the command that brings it.")
        {
            Examples =
            [
                ("doctor", "Before the first run, and when a rig does not open."),
                ("doctor --format json", "The same for a machine, for example before a night of runs."),
                ("doctor --out /data/runs", "Look for room where the evidence will go."),
            ],
            Sections =
            [
                ("What is said",
                [
                    "ok       it is there",
                    "lacking  it is not there, and the default rig, emulated in memory, does without it",
                    "needed   it is not there, and the default rig needs it",
                ]),
                ("Exit code", ["0 when nothing needed is missing, else 3."]),
            ],
        };
        var folder = new Option<string>("--out") { Description = "Folder where evidence will go.", HelpName = "folder", DefaultValueFactory = _ => DefaultFolder };
        var format = WordOption.Create("--format", "What is written to standard output.", ("text", OutputFormat.Text), ("json", OutputFormat.Json));
        command.Add(folder);
        command.Add(format);
        command.SetAction(parse => Look([.. MachineChecks.Run(machine, parse.GetValue(folder)!), new DrawingCheck(draw).Look(machine)], parse.GetValue(format), terminal));
        return command;
    }

    private static int Look(IReadOnlyList<CheckResult> results, OutputFormat format, Terminal terminal)
    {
        var ready = results.All(result => result.Outcome != CheckOutcome.Needed);
        if (format == OutputFormat.Json)
        {
            JsonOutput.Write(terminal.Output, json => WriteJson(json, results, ready));
        }
        else
        {
            WriteText(terminal.Output, results, ready);
        }

        return ready ? ExitCodes.Pass : ExitCodes.Error;
    }

    private static void WriteText(TextWriter output, IReadOnlyList<CheckResult> results, bool ready)
    {
        foreach (var result in results)
        {
            output.WriteLine($"{Word(result.Outcome),-7}  {result.Name}: {result.Found}");
            if (result.Cost is not null)
            {
                output.WriteLine($"         costs: {result.Cost}");
                output.WriteLine($"         fix:   {result.Remedy}");
            }
        }

        output.WriteLine(ready
            ? "The default rig can run here."
            : "The default rig cannot run here: see the lines that begin with 'needed'.");
    }

    private static void WriteJson(Utf8JsonWriter json, IReadOnlyList<CheckResult> results, bool ready)
    {
        json.WriteBoolean("ready", ready);
        json.WriteStartArray("checks");
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Name);
            json.WriteString("outcome", Word(result.Outcome));
            json.WriteString("found", result.Found);
            json.WriteString("cost", result.Cost);
            json.WriteString("remedy", result.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Present => "ok",
        CheckOutcome.Lacking => "lacking",
        _ => "needed",
    };
}
