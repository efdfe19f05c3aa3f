namespace HilBench.Judging;

/// <summary>One row of a catalogue of test purposes.</summary>
public sealed record CatalogueRow
{
    /// <summary>Id of the purpose, for example <c>US-CI-003</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id in the public test specification it comes from.</summary>
    public required string ReferenceTp { get; init; }

    /// <summary>Region: <c>US</c>, <c>EU</c>, <c>CN</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Standard.</summary>
    public required string Standard { get; init; }

    /// <summary>Edition of the standard, and through which public text it was read.</summary>
    public required string Edition { get; init; }

    /// <summary>Clause or requirement id.</summary>
    public required string Clause { get; init; }

    /// <summary>Kinds of device it judges: <c>RSU</c>, <c>OBU</c>, <c>ASC</c>, joined by <c>+</c> or <c>/</c>.</summary>
    public required string AppliesTo { get; init; }

    /// <summary>The purpose in words.</summary>
    public required string Purpose { get; init; }

    /// <summary>Stimulus in words.</summary>
    public required string Stimulus { get; init; }

    /// <summary>Pass criterion in words.</summary>
    public required string Expected { get; init; }

    /// <summary>Numbers of the pass criterion, with units.</summary>
    public required string NumericCriteria { get; init; }

    /// <summary>Where the criterion comes from. Only a basis that starts with <c>source</c> may support a certificate.</summary>
    public required string Basis { get; init; }

    /// <summary>True when a certificate may cite the row; else the row is informative.</summary>
    public bool Certifiable => Basis.StartsWith("source", StringComparison.Ordinal);
}
