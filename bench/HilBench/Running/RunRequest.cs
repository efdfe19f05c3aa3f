using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Running;

/// <summary>What a run is asked for.</summary>
public sealed record RunRequest
{
    /// <summary>Scenario file.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary>Folder of the rig, or its file.</summary>
    public required string Rig { get; init; }

    /// <summary>Folder for the evidence; made when it is not there, refused when it is not empty.</summary>
    public required string OutFolder { get; init; }

    /// <summary>Which clock the run is on; null for virtual where the rig is all in memory, else wall.</summary>
    public ClockKind? Clock { get; init; }

    /// <summary>What carries the bytes; null for what the rig file says.</summary>
    public LinkKind? Links { get; init; }

    /// <summary>Seed of every random choice; null for the scenario's own.</summary>
    public int? Seed { get; init; }

    /// <summary>Which minimum evidence is asked for; written to the header for the judge.</summary>
    public EvidenceLevel Evidence { get; init; } = EvidenceLevel.Full;

    /// <summary>Name of the suite; null for a run without judging, which takes the scenario's name.</summary>
    public string? Suite { get; init; }

    /// <summary>Defects to switch on besides those of the rig file, at every device of the kind that has them.</summary>
    public ImmutableArray<string> Defects { get; init; } = [];

    /// <summary>Told each second of the scenario how far the run is; called on the thread that makes the run.</summary>
    public Action<RunProgress>? Progress { get; init; }
}
