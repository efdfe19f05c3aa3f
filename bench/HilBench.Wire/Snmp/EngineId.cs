using System.Text;

namespace HilBench.Wire.Snmp;

/// <summary>The name of an SNMP engine: 5 to 32 octets, or none in a message that asks for it (RFC 3411 5, SnmpEngineID).</summary>
public sealed class EngineId : IEquatable<EngineId>
{
    /// <summary>Most octets that a name has.</summary>
    public const int MaxLength = 32;

    private readonly byte[] _octets;

    /// <summary>A name of octets.</summary>
    public EngineId(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > MaxLength)
        {
            throw new ArgumentException($"An engine id has at most {MaxLength} octets, not {octets.Length}.", nameof(octets));
        }

        _octets = octets.ToArray();
    }

    /// <summary>No name.</summary>
    public static EngineId None { get; } = new([]);

    /// <summary>Its octets.</summary>
    public ReadOnlySpan<byte> Octets => _octets;

    /// <summary>Whether it is no name.</summary>
    public bool IsNone => _octets.Length == 0;

    /// <summary>A name made of an enterprise number and administratively assigned text (RFC 3411 5, format 4).</summary>
    /// <param name="enterprise">IANA private enterprise number.</param>
    /// <param name="text">1 to 27 octets in UTF-8.</param>
    public static EngineId OfText(int enterprise, string text)
    {
        var words = Encoding.UTF8.GetBytes(text);
        if (words.Length is 0 or > 27)
        {
            throw new ArgumentException($"'{text}' has {words.Length} octets; the text of an engine id has 1 to 27.", nameof(text));
        }

        return new([(byte)(0x80 | (enterprise >> 24)), (byte)(enterprise >> 16), (byte)(enterprise >> 8), (byte)enterprise, 4, .. words]);
    }

    /// <inheritdoc/>
    public bool Equals(EngineId? other) => other is not null && Octets.SequenceEqual(other.Octets);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EngineId);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_octets);
        return hash.ToHashCode();
    }

    /// <summary>Its octets in hexadecimal.</summary>
    public override string ToString() => Convert.ToHexString(_octets);
}
