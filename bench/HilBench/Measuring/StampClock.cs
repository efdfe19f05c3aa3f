namespace HilBench.Measuring;

/// <summary>The clock that stamped a recording, and how far a difference of two of its stamps can be trusted.</summary>
/// <param name="Name">The clock in words: <c>virtual</c>, <c>one host, user-space stamps</c>, <c>unknown</c>.</param>
/// <param name="Uncertainty">Bound on the error of a difference of two stamps; null when nothing is known.</param>
public sealed record StampClock(string Name, TimeSpan? Uncertainty)
{
    /// <summary>A measurement of durations in milliseconds by this clock.</summary>
    /// <param name="name">Stable name, kebab-case.</param>
    /// <param name="description">What it is, with the taps it was taken between.</param>
    /// <param name="milliseconds">The samples, in ms.</param>
    /// <param name="limit">Limit in ms; null for a quantity that is only reported.</param>
    /// <param name="delivery">How every expected message ended; null where that is not the matter.</param>
    public Measurement Measure(string name, string description, SampleSet milliseconds, Limit? limit = null, Delivery? delivery = null) => new()
    {
        Name = name,
        Description = description,
        Unit = "ms",
        Count = milliseconds.Count,
        Distribution = milliseconds.ToDistribution(),
        Uncertainty = Uncertainty?.TotalMilliseconds,
        Clock = Name,
        Limit = limit,
        Delivery = delivery,
        Curve = milliseconds.ToCurve(),
        Series = milliseconds.ToSeries(),
    };

    /// <summary>A measurement of counts over fixed spans; the count of a span is exact.</summary>
    /// <param name="name">Stable name, kebab-case.</param>
    /// <param name="description">What it is, with the tap it was taken at.</param>
    /// <param name="unit">Unit, for example <c>messages per 10 s</c>.</param>
    /// <param name="counts">The samples.</param>
    /// <param name="limit">Limit in the unit.</param>
    public Measurement Count(string name, string description, string unit, SampleSet counts, Limit limit) => new()
    {
        Name = name,
        Description = description,
        Unit = unit,
        Count = counts.Count,
        Distribution = counts.ToDistribution(),
        Uncertainty = 0,
        Clock = Name,
        Limit = limit,
        Curve = counts.ToCurve(),
        Series = counts.ToSeries(),
    };
}
