using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HilBench.Measuring;

/// <summary>A quantity with unit, sample count, distribution, uncertainty and clock.</summary>
public sealed record Measurement
{
    /// <summary>Stable name, kebab-case, for example <c>l1-controller-to-rsu</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in words, with the taps it was taken between.</summary>
    public required string Description { get; init; }

    /// <summary>Unit of all values: <c>ms</c>, <c>1/s</c>, <c>messages per 10 s</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Number of samples.</summary>
    public required int Count { get; init; }

    /// <summary>Distribution; null when there is no sample.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Bound on the error of one sample, in <see cref="Unit"/>; null when nothing is known of the clock (a capture from the field).</summary>
    public required double? Uncertainty { get; init; }

    /// <summary>Clock of the stamps: <c>virtual</c>, or one host's, with where they were taken.</summary>
    public required string Clock { get; init; }

    /// <summary>Limit that every sample is held against; null for a quantity that is only reported.</summary>
    public Limit? Limit { get; init; }

    /// <summary>What the judge decided of the limit; null without a limit, and in records of older builds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LimitDecision? Decision { get; init; }

    /// <summary>How every expected message ended; null where the measurement is not about messages.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Points of the empirical distribution function, at most 200: value and the share of samples not above it.</summary>
    public required ImmutableArray<DistributionPoint> Curve { get; init; }

    /// <summary>The samples over time, at most 120 spans; empty where their times were not kept.</summary>
    public ImmutableArray<SeriesBin> Series
    {
        get => field.IsDefault ? [] : field;
        init;
    }
}
