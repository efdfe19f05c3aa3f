using HilBench.Judging;
using HilBench.Runs;

namespace HilBench.Reports.Sarif;

/// <summary>One result: findings of one kind, or a purpose or run that did not pass without any.</summary>
internal sealed record SarifResult
{
    /// <summary>Its rule, by place in the list of rules.</summary>
    public required int Rule { get; init; }

    /// <summary>How bad it is.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What it says, in sentences.</summary>
    public required string Text { get; init; }

    /// <summary>The same in every run that finds the same.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The file that it points at.</summary>
    public required SarifArtifact Artifact { get; init; }

    /// <summary>The place in that file.</summary>
    public required TextSpan Place { get; init; }

    /// <summary>How many findings it stands for.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The first of them; null when it is about a purpose or the run as a whole.</summary>
    public FindingRecord? First { get; init; }
}
