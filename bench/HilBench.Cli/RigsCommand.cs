using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HilBench.Drivers;
using HilBench.Inputs;
using HilBench.Rigs;
using HilBench.Scenarios;
using Spectre.Console;

namespace HilBench.Cli;

/// <summary><c>hilbench rigs</c></summary>
internal static class RigsCommand
{
    private const string LocalFolder = "rigs";
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(8);

    /// <summary>Makes the command.</summary>
    public static TaughtCommand Create(Terminal terminal)
    {
        var command = new TaughtCommand("rigs", "List the rigs that are at hand, or check one: is every device there, and does it answer?")
        {
            Examples =
            [
                ("rigs list", "The rigs that come with the bench, and those of the folder rigs."),
                ("rigs check rigs/loopback", "Open a rig, try every endpoint, read identities back."),
                ("rigs check rigs/mine --format json", "The same for a machine."),
            ],
        };
        command.Add(List(terminal));
        command.Add(Check(terminal));
        return command;
    }

    private static TaughtCommand List(Terminal terminal)
    {
        var command = new TaughtCommand("list", "List the rigs that come with the bench and those of the folder rigs, with their devices.")
        {
            Examples = [("rigs list", "Name, links, devices and what each rig is.")],
        };
        var format = Format();
        command.Add(format);
        command.SetAction(parse =>
        {
            var rigs = Found().ToImmutableArray();
            if (parse.GetValue(format) == OutputFormat.Json)
            {
                JsonOutput.Write(terminal.Output, json => WriteList(json, rigs));
                return ExitCodes.Pass;
            }

            var table = new Table().Border(TableBorder.Simple);
            foreach (var column in (string[])["rig", "folder", "links", "devices"])
            {
                table.AddColumn(column);
            }

            foreach (var rig in rigs)
            {
                table.AddRow(
                    new Text(rig.Name),
                    new Text(Path.GetDirectoryName(rig.File) ?? string.Empty),
                    new Text(Links(rig)),
                    new Text(string.Join(", ", rig.Devices.Select(device => $"{device.Name} ({device.Kind}, {device.Driver})"))));
            }

            Tables.Write(table, terminal);
            return ExitCodes.Pass;
        });
        return command;
    }

    private static TaughtCommand Check(Terminal terminal)
    {
        var command = new TaughtCommand("check", "Open a rig, try every endpoint with a few seconds of traffic, read identities and versions back.")
        {
            Examples = [("rigs check rigs/mine", "Before a run on real devices.")],
            Sections = [("Exit code", ["0 when every device answers, 1 when one does not, 3 when the rig file or the bench itself is at fault."])],
        };
        var folder = new Argument<string>("rig") { Description = "Folder of the rig, or its rig.yaml.", HelpName = "folder" };
        var scenario = new Option<string>("--scenario") { Description = "Scenario whose site and vehicles make the traffic. Default: the short one.", HelpName = "file" };
        var format = Format();
        command.Add(folder);
        command.Add(scenario);
        command.Add(format);
        command.SetAction((parse, cancellation) =>
        {
            var rig = RigFile.Read(parse.GetRequiredValue(folder), RigDefects.Words);
            var traffic = ScenarioFile.Read(parse.GetValue(scenario) ?? BundledFiles.ShortScenario);
            var checks = RigCheck.Execute(rig, traffic, Listening, cancellation);
            if (parse.GetValue(format) == OutputFormat.Json)
            {
                JsonOutput.Write(terminal.Output, json => WriteChecks(json, rig, checks));
            }
            else
            {
                WriteText(checks, terminal.Output);
            }

            return Task.FromResult(checks.All(check => check.Faults.IsEmpty) ? ExitCodes.Pass : ExitCodes.Fail);
        });
        return command;
    }

    private static Option<OutputFormat> Format() =>
        WordOption.Create("--format", "What is written to standard output.", ("text", OutputFormat.Text), ("json", OutputFormat.Json));

    private static string Links(RigPlan rig) => rig.Links == LinkKind.Memory ? "memory" : "udp";

    // A rig file with faults is told when it is checked or used; here it is only left out.
    private static IEnumerable<RigPlan> Found()
    {
        var folders = ((string[])[LocalFolder, Path.Combine(AppContext.BaseDirectory, LocalFolder)]).Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories).Where(folder => File.Exists(Path.Combine(folder, RigFile.FileName)));
        return folders.Select(Read).OfType<RigPlan>().DistinctBy(rig => rig.Name, StringComparer.Ordinal).OrderBy(rig => rig.Name, StringComparer.Ordinal);
    }

    private static RigPlan? Read(string folder)
    {
        try
        {
            return RigFile.Read(folder, RigDefects.Words);
        }
        catch (InputFileException)
        {
            return null;
        }
    }

    private static void WriteText(ImmutableArray<DeviceCheck> checks, TextWriter output)
    {
        foreach (var check in checks)
        {
            output.WriteLine($"{check.Plan.Name} ({check.Plan.Kind}, {check.Plan.Driver}): {(check.Faults.IsEmpty ? "answers" : "FAULT")}");
            foreach (var fault in check.Faults)
            {
                output.WriteLine($"  fault: {fault}");
            }

            foreach (var tap in check.Taps)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {tap.Tap}: {tap.Packets} packets"));
            }

            if (!check.Statement.IsEmpty)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  states {check.Statement.Length} settings, SHA-256 {Runs.Attestation.Digest(check.Statement)}"));
                foreach (var item in check.Statement.Take(8))
                {
                    output.WriteLine($"    {item.Name}: {item.Value}");
                }
            }
        }

        var lost = checks.Count(check => !check.Faults.IsEmpty);
        output.WriteLine(lost == 0 ? "check: every device answers" : string.Create(CultureInfo.InvariantCulture, $"check: {lost} of {checks.Length} devices do not work"));
    }

    private static void WriteList(Utf8JsonWriter json, ImmutableArray<RigPlan> rigs)
    {
        json.WriteStartArray("rigs");
        foreach (var rig in rigs)
        {
            json.WriteStartObject();
            json.WriteString("name", rig.Name);
            json.WriteString("file", rig.File);
            json.WriteString("links", Links(rig));
            json.WriteString("description", rig.Description);
            json.WriteTexts("devices", rig.Devices.Select(device => device.Name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChecks(Utf8JsonWriter json, RigPlan rig, ImmutableArray<DeviceCheck> checks)
    {
        json.WriteString("rig", rig.Name);
        json.WriteStartArray("devices");
        foreach (var check in checks)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Plan.Name);
            json.WriteString("kind", check.Plan.Kind);
            json.WriteString("driver", check.Plan.Driver);
            json.WriteTexts("faults", check.Faults);
            json.WriteStartObject("packets");
            foreach (var tap in check.Taps)
            {
                json.WriteNumber(tap.Tap, tap.Packets);
            }

            json.WriteEndObject();
            json.WriteStartObject("states");
            foreach (var item in check.Statement.DistinctBy(item => item.Name, StringComparer.Ordinal))
            {
                json.WriteString(item.Name, item.Value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
