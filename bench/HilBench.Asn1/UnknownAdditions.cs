using System.Collections.Immutable;

namespace HilBench.Asn1;

/// <summary>What a sender of another edition added to a SEQUENCE. Kept, so that encoding gives the same bits again.</summary>
/// <param name="Count">Number of additions the sender's edition has (bits of its presence bitmap), at least 1.</param>
/// <param name="Additions">The additions that are present and unknown here, by rising index.</param>
public sealed record UnknownAdditions(int Count, ImmutableArray<UnknownAddition> Additions)
{
    /// <inheritdoc/>
    public bool Equals(UnknownAdditions? other) =>
        other is not null && Count == other.Count && Additions.AsSpan().SequenceEqual(other.Additions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Additions.IsDefault ? 0 : Additions.Length);
}
