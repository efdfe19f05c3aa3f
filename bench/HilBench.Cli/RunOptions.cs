using System.CommandLine;
using System.Globalization;
using HilBench.Cli.Progress;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Running;

namespace HilBench.Cli;

/// <summary>The options of the commands that make a run.</summary>
/// <param name="terminal">Where the time of day for folder names comes from.</param>
internal sealed class RunOptions(Terminal terminal)
{
    private readonly Option<string> _rig = new("--rig")
    {
        Description = "Folder of the rig, or its rig.yaml. Default: the emulated rig that comes with the bench.",
        HelpName = "folder",
    };

    private readonly Option<int?> _seed = new("--seed") { Description = "Seed of every random choice. Default: the scenario's own.", HelpName = "number" };

    private readonly Option<string> _out = new("--out")
    {
        Description = "Folder for the evidence; new or empty. Default: a new one below artifacts/runs.",
        HelpName = "folder",
    };

    private readonly Option<ClockKind?> _clock = WordOption.Create<ClockKind?>(
        "--clock",
        "virtual jumps from event to event, for rigs in memory; wall runs in real time.",
        ("rig", null),
        ("virtual", ClockKind.Virtual),
        ("wall", ClockKind.Wall));

    private readonly Option<LinkKind?> _links = WordOption.Create<LinkKind?>(
        "--links", "What carries the bytes; udp needs the wall clock.", ("rig", null), ("memory", LinkKind.Memory), ("udp", LinkKind.Udp));

    private readonly Option<string[]> _defects = new("--defect")
    {
        Description = "Switch on a defect of an emulated device; may be repeated.",
        HelpName = "name",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _defects.CompletionSources.Add([.. RigDefects.All]);
        foreach (var option in (Option[])[_rig, _seed, _out, _clock, _links, _defects])
        {
            command.Add(option);
        }
    }

    /// <summary>The evidence folder that a command line asks for.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="scenario">Scenario file.</param>
    public string Folder(ParseResult parse, string scenario) => parse.GetValue(_out) ?? NewFolder(scenario);

    /// <summary>The run that a command line asks for.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="scenario">Scenario file.</param>
    /// <param name="folder">The evidence folder.</param>
    /// <param name="suite">Name of the suite; null for a run without judging.</param>
    /// <param name="evidence">Which minimum evidence is asked for.</param>
    /// <param name="display">Shows how far the run is.</param>
    public RunRequest Request(ParseResult parse, string scenario, string folder, string? suite, EvidenceLevel evidence, IStageDisplay display) => new()
    {
        ScenarioFile = scenario,
        Rig = parse.GetValue(_rig) ?? BundledFiles.EmulatedRig,
        OutFolder = folder,
        Clock = parse.GetValue(_clock),
        Links = parse.GetValue(_links),
        Seed = parse.GetValue(_seed),
        Evidence = evidence,
        Suite = suite,
        Defects = [.. parse.GetValue(_defects) ?? []],
        Progress = progress => display.Advance(
            progress.Done / progress.Length,
            string.Create(CultureInfo.InvariantCulture, $"{progress.Done.TotalSeconds:0} of {progress.Length.TotalSeconds:0} s, {progress.Packets} packets, {progress.Now}")),
    };

    private string NewFolder(string scenario)
    {
        var stamp = terminal.Time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var folder = Path.Combine("artifacts", "runs", $"{stamp}-{Path.GetFileNameWithoutExtension(scenario)}");
        var name = folder;
        for (var number = 2; Directory.Exists(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{folder}-{number}");
        }

        return name;
    }
}
