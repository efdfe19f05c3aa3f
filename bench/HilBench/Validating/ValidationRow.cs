using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Validating;

/// <summary>What the suite says of one rig: the clean one, or one with a seeded defect.</summary>
public sealed record ValidationRow
{
    /// <summary>Stands for a rig without defects.</summary>
    public const string Clean = "clean";

    /// <summary>Kind of the device with the defect; empty for the clean rig.</summary>
    public required string Device { get; init; }

    /// <summary>Name of the defect; <see cref="Clean"/> for the clean rig.</summary>
    public required string Defect { get; init; }

    /// <summary>What the device does wrong, in one sentence; empty for the clean rig.</summary>
    public required string Description { get; init; }

    /// <summary>Ids of the purposes that must fail, no others may; empty for the clean rig and for a defect that is not declared.</summary>
    public required ImmutableArray<string> Breaks { get; init; }

    /// <summary>The verdict on each purpose, by its id.</summary>
    public required IReadOnlyDictionary<string, Verdict> Verdicts { get; init; }

    /// <summary>Why, by the purpose's id, one sentence each: for every verdict that is no pass.</summary>
    public required IReadOnlyDictionary<string, string> Reasons { get; init; }

    /// <summary>True for the clean rig.</summary>
    [JsonIgnore]
    public bool IsClean => Device.Length == 0 && Defect == Clean;

    /// <summary>The row of a judged run.</summary>
    /// <param name="defect">The defect that was switched on; null for the clean rig.</param>
    /// <param name="description">What it is, in one sentence.</param>
    /// <param name="run">The run.</param>
    public static ValidationRow Of(SeededDefect? defect, string description, RunRecord run) => new()
    {
        Device = defect?.Device ?? string.Empty,
        Defect = defect?.Name ?? Clean,
        Description = description,
        Breaks = defect?.Breaks ?? [],
        Verdicts = run.Purposes.ToDictionary(purpose => purpose.Row.Id, purpose => purpose.Verdict, StringComparer.Ordinal),
        Reasons = run.Purposes.Where(purpose => purpose.Verdict != Verdict.Pass)
            .ToDictionary(purpose => purpose.Row.Id, purpose => purpose.Reason, StringComparer.Ordinal),
    };
}
