using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Validating;

/// <summary>
/// Purposes × defects: whether the suite passes a clean rig and catches each seeded fault, and only where it should. Complete and immutable, what
/// <c>hilbench validate --format json</c> gives; its page is a pure function of it.
/// </summary>
public sealed record ValidationRecord
{
    /// <summary>Version of the record's shape written by this build.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>Version of the record's shape.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>The command that makes the record again.</summary>
    public required string Command { get; init; }

    /// <summary>The scenario that each rig was run in.</summary>
    public required ScenarioIdentity Scenario { get; init; }

    /// <summary>The clean rig.</summary>
    public required RigIdentity Rig { get; init; }

    /// <summary>How the runs were made.</summary>
    public required RunMethod Method { get; init; }

    /// <summary>When the first run started and the last was judged.</summary>
    public required RunTimes Times { get; init; }

    /// <summary>Machine and software of the bench.</summary>
    public required RunEnvironment Environment { get; init; }

    /// <summary>Whether every declared defect was run.</summary>
    public required bool Complete { get; init; }

    /// <summary>The executable purposes, in catalogue order.</summary>
    public required ImmutableArray<ValidatedPurpose> Purposes { get; init; }

    /// <summary>The clean rig first, then one row a defect.</summary>
    public required ImmutableArray<ValidationRow> Rows { get; init; }

    /// <summary>Where the matrix is not what it must be, one sentence each; empty when it holds.</summary>
    public required ImmutableArray<string> Deviations { get; init; }

    /// <summary>Every purpose that the bench knows, executable or not.</summary>
    public required ImmutableArray<LedgerRow> Ledger { get; init; }
}
