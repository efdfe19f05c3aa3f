using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HilBench.Judging;
using HilBench.Measuring;

namespace HilBench.Runs;

/// <summary>
/// Everything a report needs about one run, complete and immutable: <c>run.json</c>. Reports are pure functions of it.
/// Apart from <see cref="Environment"/> and <see cref="Times"/> two virtual runs with the same inputs and seed have the same record.
/// </summary>
public sealed record RunRecord
{
    /// <summary>Version of the record's shape written by this build.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the record's shape.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Name of the suite, or of the scenario for a run without a suite.</summary>
    public required string Suite { get; init; }

    /// <summary>The scenario that was run; null when a capture from the field was judged.</summary>
    public ScenarioIdentity? Scenario { get; init; }

    /// <summary>The rig; null when a capture from the field was judged.</summary>
    public RigIdentity? Rig { get; init; }

    /// <summary>How the run was made.</summary>
    public required RunMethod Method { get; init; }

    /// <summary>Time-of-day fields: the only ones that differ between two equal virtual runs on one machine.</summary>
    public required RunTimes Times { get; init; }

    /// <summary>Machine and software of the bench.</summary>
    public required RunEnvironment Environment { get; init; }

    /// <summary>The capture that all verdicts were computed from.</summary>
    public required CaptureIdentity Capture { get; init; }

    /// <summary>Whether the run reached its declared end.</summary>
    public required bool Complete { get; init; }

    /// <summary>Purposes with their verdicts, in catalogue order.</summary>
    public required ImmutableArray<PurposeRecord> Purposes { get; init; }

    /// <summary>Measurements of all rules, and of the bench itself.</summary>
    public required ImmutableArray<Measurement> Measurements { get; init; }

    /// <summary>The worst verdict of all purposes; at least inconclusive when nothing may be reported of the run, or the bench lost evidence.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What this run does not cover, one sentence each.</summary>
    public required ImmutableArray<string> NotCovered { get; init; }

    /// <summary>Faults and limits of the run itself, one sentence each, for example a truncated capture.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Devices that the bench lost, or that refused what the run needed of them, in time order.</summary>
    public ImmutableArray<DeviceFaultRecord> DeviceFaults
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Datagrams that the kernel threw away before the bench could take them; null for a run without sockets and for a capture from the field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? DroppedDatagrams { get; init; }

    /// <summary>What devices stated of themselves before and after the run.</summary>
    public ImmutableArray<Attestation> Attestations
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Why nothing may be reported of the run, one sentence each; empty for a run that may be.</summary>
    public ImmutableArray<string> NotReportable
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>What happened when, for one axis; null in records of older builds, and without any packet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunTimeline? Timeline { get; init; }

    /// <summary>Pictures of the scene at findings, beside the record; none where none were asked for or the machine draws none.</summary>
    public ImmutableArray<PictureRecord> Pictures
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>What else the catalogue of the run's region knows, a standard and edition each; empty in records of older builds.</summary>
    public ImmutableArray<StandardCoverage> Coverage
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}
