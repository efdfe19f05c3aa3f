using System.Runtime.InteropServices;

namespace HilBench.Asn1;

/// <summary>An immutable OCTET STRING with structural equality.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct OctetString : IEquatable<OctetString>
{
    private readonly byte[]? _octets;

    /// <summary>Copies octets.</summary>
    /// <param name="octets">The octets.</param>
    public OctetString(ReadOnlySpan<byte> octets) => _octets = octets.ToArray();

    private OctetString(byte[] owned) => _octets = owned;

    /// <summary>The octets.</summary>
    public ReadOnlySpan<byte> Span => _octets;

    /// <summary>The octets.</summary>
    public ReadOnlyMemory<byte> Memory => _octets;

    /// <summary>Number of octets.</summary>
    public int Length => _octets?.Length ?? 0;

    /// <summary>Whether two strings are equal.</summary>
    /// <param name="left">One string.</param>
    /// <param name="right">The other string.</param>
    public static bool operator ==(OctetString left, OctetString right) => left.Equals(right);

    /// <summary>Whether two strings differ.</summary>
    /// <param name="left">One string.</param>
    /// <param name="right">The other string.</param>
    public static bool operator !=(OctetString left, OctetString right) => !left.Equals(right);

    /// <summary>Reads hexadecimal digits.</summary>
    /// <param name="hexadecimal">Two digits an octet.</param>
    /// <returns>The octets.</returns>
    /// <exception cref="FormatException">Not pairs of hexadecimal digits.</exception>
    public static OctetString FromHex(string hexadecimal) => new(Convert.FromHexString(hexadecimal));

    /// <summary>Octets of a number.</summary>
    /// <param name="octets">The octets; the lowest is the last.</param>
    /// <param name="length">Number of octets, 0 to 8.</param>
    /// <returns>The octets.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is another.</exception>
    public static OctetString FromNumber(ulong octets, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 8);
        return new OctetString(SharedOctets.Create(octets, length));
    }

    /// <inheritdoc/>
    public bool Equals(OctetString other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OctetString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>Upper-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexString(Span);

    /// <summary>Takes an array that nobody else writes to.</summary>
    internal static OctetString Own(byte[] octets) => new(octets);
}
