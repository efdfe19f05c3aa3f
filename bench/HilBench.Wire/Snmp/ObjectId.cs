using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HilBench.Wire.Snmp;

/// <summary>An object identifier: the name of an object, or of an instance of one. Ordered as SNMP walks them (RFC 3416 4.2.2).</summary>
public sealed class ObjectId : IEquatable<ObjectId>, IComparable<ObjectId>
{
    /// <summary>Most sub-identifiers that SNMP allows (RFC 2578 3.5).</summary>
    public const int MaxLength = 128;

    private readonly ImmutableArray<uint> _parts;

    /// <summary>An identifier of sub-identifiers, at most <see cref="MaxLength"/>.</summary>
    public ObjectId(params ReadOnlySpan<uint> parts)
    {
        if (parts.Length > MaxLength)
        {
            throw new ArgumentException($"{parts.Length} sub-identifiers; SNMP allows {MaxLength}.", nameof(parts));
        }

        _parts = [.. parts];
    }

    /// <summary>Its sub-identifiers.</summary>
    public ReadOnlySpan<uint> Parts => _parts.AsSpan();

    /// <summary>How many there are.</summary>
    public int Length => _parts.Length;

    /// <summary>One sub-identifier, from 0.</summary>
    public uint this[int index] => _parts[index];

    /// <summary>Reads the dotted form; a leading dot is allowed.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ObjectId? id)
    {
        var words = text.TrimStart('.').Split('.');
        var parts = new uint[words.Length];
        var good = words.Length <= MaxLength;
        for (var i = 0; good && i < words.Length; i++)
        {
            good = uint.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out parts[i]);
        }

        id = good ? new ObjectId(parts) : null;
        return good;
    }

    /// <summary>Reads the dotted form.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ObjectId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is no object identifier; expected numbers with dots between, such as 1.3.6.1.2.1.1.5.0.");

    /// <summary>This identifier with more sub-identifiers behind it.</summary>
    public ObjectId Append(params ReadOnlySpan<uint> parts) => new([.. _parts, .. parts]);

    /// <summary>Whether this is a root or is below it.</summary>
    public bool IsWithin(ObjectId root) => Parts.StartsWith(root.Parts);

    /// <inheritdoc/>
    public int CompareTo(ObjectId? other) => other is null ? 1 : Parts.SequenceCompareTo(other.Parts);

    /// <inheritdoc/>
    public bool Equals(ObjectId? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ObjectId);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var part in _parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    /// <summary>The dotted form, without a leading dot.</summary>
    public override string ToString() => string.Join('.', _parts);

    /// <summary>Whether two are equal.</summary>
    public static bool operator ==(ObjectId? left, ObjectId? right) => Equals(left, right);

    /// <summary>Whether two differ.</summary>
    public static bool operator !=(ObjectId? left, ObjectId? right) => !Equals(left, right);

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(ObjectId left, ObjectId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes behind another.</summary>
    public static bool operator >(ObjectId left, ObjectId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one comes before another or is it.</summary>
    public static bool operator <=(ObjectId left, ObjectId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one comes behind another or is it.</summary>
    public static bool operator >=(ObjectId left, ObjectId right) => left.CompareTo(right) >= 0;
}
