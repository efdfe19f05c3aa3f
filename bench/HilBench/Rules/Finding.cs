using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HilBench.Judging;
using HilBench.Links;

namespace HilBench.Rules;

/// <summary>What a rule reports: the rule, its verdict and the observations that prove it.</summary>
public sealed record Finding
{
    /// <summary>Name of the rule, kebab-case, for example <c>spat-broadcast-rate</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Device the finding is about, for example <c>rsu1</c>.</summary>
    public required string Device { get; init; }

    /// <summary>How bad it is: <see cref="Verdict.Fail"/> for the device, <see cref="Verdict.Inconclusive"/> where the bench's own lateness could explain it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>One sentence that says what happened, with numbers and units.</summary>
    public required string Message { get; init; }

    /// <summary>Path of the offending field in the message, ASN.1 names, for example <c>value.coreData.secMark</c>; null when it is about timing or absence.</summary>
    public string? Field { get; init; }

    /// <summary>What the clause asks for, with unit.</summary>
    public required string Expected { get; init; }

    /// <summary>What was seen, with unit.</summary>
    public required string Found { get; init; }

    /// <summary>When what did not come was due; null when the finding is about what did come.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? Due { get; init; }

    /// <summary>The observations that prove it, in time order; the first is the offending one where there is one.</summary>
    public required ImmutableArray<ObservationRef> Proof { get; init; }

    /// <summary>
    /// When it is seen: when what did not come was due, else the time of the first observation that proves it; null for silence in a record that
    /// does not tell when it was due.
    /// </summary>
    [JsonIgnore]
    public Instant? Moment => Due ?? (Proof.IsDefaultOrEmpty ? null : Proof[0].At);
}
