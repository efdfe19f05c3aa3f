using System.Text.Json.Serialization;

namespace HilBench.Judging;

/// <summary>A purpose that is known, executable here or not.</summary>
public sealed record LedgerRow
{
    /// <summary>Id of the purpose.</summary>
    public required string Id { get; init; }

    /// <summary>Region: <c>US</c>, <c>EU</c>, <c>CN</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Standard.</summary>
    public required string Standard { get; init; }

    /// <summary>Edition of the standard, and through which public text it was read.</summary>
    public required string Edition { get; init; }

    /// <summary>Clause or requirement id; <c>-</c> where none is given.</summary>
    public required string Clause { get; init; }

    /// <summary>Kinds of device it judges.</summary>
    public required string AppliesTo { get; init; }

    /// <summary>The purpose in words.</summary>
    public required string Purpose { get; init; }

    /// <summary>Where the criterion comes from. Only a basis that starts with <c>source</c> may support a certificate.</summary>
    public required string Basis { get; init; }

    /// <summary>Why it is not executable; null for a purpose that is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PurposeNeed? Needs { get; init; }

    /// <summary>True when a certificate may cite it; else it is informative.</summary>
    [JsonIgnore]
    public bool Certifiable => Basis.StartsWith("source", StringComparison.Ordinal);
}
