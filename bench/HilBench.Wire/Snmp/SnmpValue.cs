using System.Globalization;
using System.Text;

namespace HilBench.Wire.Snmp;

/// <summary>The value of a variable binding.</summary>
public sealed class SnmpValue : IEquatable<SnmpValue>
{
    private readonly ReadOnlyMemory<byte> _octets;

    private SnmpValue(SnmpSyntax syntax, long number, ReadOnlyMemory<byte> octets, ObjectId? id)
    {
        Syntax = syntax;
        Number = number;
        _octets = octets;
        Id = id;
    }

    /// <summary>NULL.</summary>
    public static SnmpValue Null { get; } = new(SnmpSyntax.Null, 0, default, null);

    /// <summary>There is no such object.</summary>
    public static SnmpValue NoSuchObject { get; } = new(SnmpSyntax.NoSuchObject, 0, default, null);

    /// <summary>There is no such instance.</summary>
    public static SnmpValue NoSuchInstance { get; } = new(SnmpSyntax.NoSuchInstance, 0, default, null);

    /// <summary>Nothing comes behind the name.</summary>
    public static SnmpValue EndOfMibView { get; } = new(SnmpSyntax.EndOfMibView, 0, default, null);

    /// <summary>What kind of value it is.</summary>
    public SnmpSyntax Syntax { get; }

    /// <summary>Its number; of a Counter64 the same 64 bits; 0 of what is no number.</summary>
    public long Number { get; }

    /// <summary>Its octets; none of what is no string.</summary>
    public ReadOnlySpan<byte> Octets => _octets.Span;

    /// <summary>Its identifier; null of what is none.</summary>
    public ObjectId? Id { get; }

    /// <summary>Whether it is one of the three exceptions of SNMPv2.</summary>
    public bool IsException => Syntax is SnmpSyntax.NoSuchObject or SnmpSyntax.NoSuchInstance or SnmpSyntax.EndOfMibView;

    /// <summary>An INTEGER.</summary>
    public static SnmpValue Integer32(int value) => new(SnmpSyntax.Integer32, value, default, null);

    /// <summary>A Counter32, Gauge32 or TimeTicks.</summary>
    /// <param name="syntax">Which of the three.</param>
    /// <param name="value">0 to 2³² − 1.</param>
    public static SnmpValue Counting(SnmpSyntax syntax, uint value) => syntax is SnmpSyntax.Counter32 or SnmpSyntax.Gauge32 or SnmpSyntax.TimeTicks
        ? new(syntax, value, default, null)
        : throw new ArgumentOutOfRangeException(nameof(syntax), syntax, "Counter32, Gauge32 or TimeTicks is expected.");

    /// <summary>A Counter64.</summary>
    public static SnmpValue Counter64(ulong value) => new(SnmpSyntax.Counter64, unchecked((long)value), default, null);

    /// <summary>An OCTET STRING.</summary>
    public static SnmpValue OctetString(ReadOnlySpan<byte> octets) => new(SnmpSyntax.OctetString, 0, octets.ToArray(), null);

    /// <summary>An OCTET STRING of text in UTF-8.</summary>
    public static SnmpValue Text(string text) => OctetString(Encoding.UTF8.GetBytes(text));

    /// <summary>An Opaque.</summary>
    public static SnmpValue Opaque(ReadOnlySpan<byte> octets) => new(SnmpSyntax.Opaque, 0, octets.ToArray(), null);

    /// <summary>An IpAddress of four octets.</summary>
    public static SnmpValue IpAddress(ReadOnlySpan<byte> octets) => octets.Length == 4
        ? new(SnmpSyntax.IpAddress, 0, octets.ToArray(), null)
        : throw new ArgumentException($"An IpAddress has 4 octets, not {octets.Length}.", nameof(octets));

    /// <summary>An OBJECT IDENTIFIER.</summary>
    public static SnmpValue Of(ObjectId id) => new(SnmpSyntax.ObjectId, 0, default, id);

    /// <inheritdoc/>
    public bool Equals(SnmpValue? other) =>
        other is not null && Syntax == other.Syntax && Number == other.Number && Octets.SequenceEqual(other.Octets) && Id == other.Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SnmpValue);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Syntax);
        hash.Add(Number);
        hash.AddBytes(Octets);
        hash.Add(Id);
        return hash.ToHashCode();
    }

    /// <summary>The value for people: numbers in decimal, octets in hexadecimal.</summary>
    public override string ToString() => Syntax switch
    {
        SnmpSyntax.Counter64 => unchecked((ulong)Number).ToString(CultureInfo.InvariantCulture),
        SnmpSyntax.Integer32 or SnmpSyntax.Counter32 or SnmpSyntax.Gauge32 or SnmpSyntax.TimeTicks => Number.ToString(CultureInfo.InvariantCulture),
        SnmpSyntax.IpAddress => string.Join('.', _octets.ToArray()),
        SnmpSyntax.OctetString or SnmpSyntax.Opaque => Convert.ToHexString(Octets),
        SnmpSyntax.ObjectId => Id!.ToString(),
        _ => Syntax.ToString(),
    };
}
