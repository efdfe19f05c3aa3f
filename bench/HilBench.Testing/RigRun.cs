using System.Collections.Concurrent;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Testing;

/// <summary>One run on one rig, judged on all purposes; every test method of the same rig shares it.</summary>
/// <param name="Evidence">The evidence folder.</param>
/// <param name="Record">The run record.</param>
public sealed record RigRun(string Evidence, RunRecord Record)
{
    private const string Suite = "US intersection";
    private static readonly ConcurrentDictionary<(string Rig, string Scenario), Lazy<RigRun>> Runs = new();

    /// <summary>The run on the rig that an attribute names, unless the environment names another; made when its value is first asked for.</summary>
    /// <param name="rig">The attribute.</param>
    public static Lazy<RigRun> On(RigAttribute rig)
    {
        ArgumentNullException.ThrowIfNull(rig);
        var level = Level();
        var folder = Variable(RigVariables.Rig) ?? rig.Folder ?? BundledFiles.EmulatedRig;
        var scenario = Variable(RigVariables.Scenario) ?? rig.Scenario
            ?? (level == EvidenceLevel.Full ? BundledFiles.HourScenario : BundledFiles.ShortScenario);
        return Runs.GetOrAdd((folder, scenario), key => new Lazy<RigRun>(() => Make(key.Rig, key.Scenario, level)));
    }

    private static RigRun Make(string rig, string scenario, EvidenceLevel level)
    {
        var outcome = RunLauncher.Execute(
            new RunRequest
            {
                ScenarioFile = scenario,
                Rig = rig,
                OutFolder = Variable(RigVariables.Out) ?? Path.Combine(AppContext.BaseDirectory, "runs", Guid.NewGuid().ToString("N")),
                Clock = Choice(RigVariables.Clock, ("virtual", ClockKind.Virtual), ("wall", ClockKind.Wall)),
                Links = Choice<LinkKind?>(RigVariables.Links, ("rig", null), ("memory", LinkKind.Memory), ("udp", LinkKind.Udp)),
                Evidence = level,
                Suite = Suite,
            },
            CancellationToken.None);
        var record = RunJudge.Conclude(outcome.Folder, outcome.Header);
        Manifest.Write(outcome.Folder);
        return new RigRun(outcome.Folder, record);
    }

    private static EvidenceLevel Level() => Choice(RigVariables.Evidence, ("full", EvidenceLevel.Full), ("reduced", EvidenceLevel.Reduced));

    private static T Choice<T>(string variable, params (string Word, T Value)[] words)
    {
        if (Variable(variable) is not { } text)
        {
            return words[0].Value;
        }

        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        throw new InvalidOperationException($"{variable} is '{text}'; expected {string.Join(" or ", words.Select(word => word.Word))}.");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
