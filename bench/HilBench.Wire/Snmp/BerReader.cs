using System.Formats.Asn1;

namespace HilBench.Wire.Snmp;

/// <summary>
/// Reads what BER allows and SNMP uses (X.690, RFC 3417 8): definite lengths, also longer than need be, and integers with leading octets
/// that say nothing. The first trouble is kept in the fault; from then on every read gives nothing.
/// </summary>
internal ref struct BerReader(ReadOnlySpan<byte> octets, int offset, BerFault fault)
{
    internal const byte Sequence = 0x30;

    private readonly ReadOnlySpan<byte> _octets = octets;
    private readonly BerFault _fault = fault;
    private readonly int _start = offset;
    private int _position;

    /// <summary>Whether there was trouble.</summary>
    public readonly bool Failed => _fault.IsSet;

    /// <summary>Whether nothing is left, or nothing can be read any more.</summary>
    public readonly bool AtEnd => _position >= _octets.Length || _fault.IsSet;

    /// <summary>Octets from the start of the message to where the next read begins.</summary>
    public readonly int Offset => _start + _position;

    /// <summary>The next tag; 0 when there is none.</summary>
    public readonly byte Tag => AtEnd ? (byte)0 : _octets[_position];

    /// <summary>Notes trouble at the next read's place.</summary>
    public readonly void Fail(string message) => _fault.Set(message, Offset);

    /// <summary>Reads a value of a tag and gives its content.</summary>
    public ReadOnlySpan<byte> Read(byte tag, string what)
    {
        if (AtEnd)
        {
            Fail($"the message ends where {what} is expected");
            return default;
        }

        if (Tag != tag)
        {
            Fail($"found tag 0x{Tag:X2}, expected {what} (0x{tag:X2})");
            return default;
        }

        return Any(what, out _);
    }

    /// <summary>Reads a value of any tag of one octet and gives its content.</summary>
    public ReadOnlySpan<byte> Any(string what, out int contentOffset)
    {
        contentOffset = Offset;
        var rest = AtEnd ? default : _octets[_position..];

        // RFC 3417 8 (1): lengths are definite. 0x1F would start a tag of several octets, which SNMP does not use.
        if (rest.Length < 2 || rest[1] == 0x80 || (rest[0] & 0x1F) == 0x1F
            || !AsnDecoder.TryReadEncodedValue(rest, AsnEncodingRules.BER, out _, out var content, out var length, out var consumed))
        {
            Fail($"{what} has no length, or more octets than are left");
            return default;
        }

        contentOffset = Offset + content;
        _position += consumed;
        return rest.Slice(content, length);
    }

    /// <summary>Reads a constructed value of a tag and gives a reader of its parts.</summary>
    public BerReader Enter(byte tag, string what)
    {
        var content = Read(tag, what);
        return new BerReader(content, Offset - content.Length, _fault);
    }

    /// <summary>Reads an INTEGER of a range.</summary>
    public int Integer(string what, int least, int greatest)
    {
        var place = Offset;
        var content = Read(0x02, what);
        if (_fault.IsSet)
        {
            return 0;
        }

        var value = Signed(content);
        if (value is null || value < least || value > greatest)
        {
            _fault.Set($"{what} is {value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no integer"}, expected {least} to {greatest}", place);
            return 0;
        }

        return (int)value;
    }

    /// <summary>Reads an OCTET STRING in its primitive form (RFC 3417 8 (2)).</summary>
    public ReadOnlySpan<byte> OctetString(string what) => Read(0x04, what);

    /// <summary>A signed number of up to four octets that count; null when there are none or more.</summary>
    internal static long? Signed(ReadOnlySpan<byte> content)
    {
        while (content.Length > 1 && ((content[0] == 0 && content[1] < 0x80) || (content[0] == 0xFF && content[1] >= 0x80)))
        {
            content = content[1..];
        }

        if (content.Length is 0 or > 4)
        {
            return null;
        }

        long value = (sbyte)content[0];
        foreach (var octet in content[1..])
        {
            value = (value << 8) | octet;
        }

        return value;
    }

    /// <summary>A number without sign, also when its first bit is set without a zero octet before it; null when there is none or too many octets.</summary>
    internal static ulong? Unsigned(ReadOnlySpan<byte> content, int most)
    {
        if (content.Length == 0)
        {
            return null;
        }

        content = content.TrimStart((byte)0);
        if (content.Length > most)
        {
            return null;
        }

        var value = 0UL;
        foreach (var octet in content)
        {
            value = (value << 8) | octet;
        }

        return value;
    }
}
