using System.Buffers.Binary;
using System.Globalization;

namespace HilBench.Wire.Ieee1609;

/// <summary>PSIDs in the octets of a road-side unit's MIB.</summary>
public static class PsidOctets
{
    private const int PaddedLength = 4;

    /// <summary>Writes a PSID in a form.</summary>
    /// <exception cref="InvalidOperationException">The PSID is greater than <see cref="Psid.Greatest"/>.</exception>
    public static byte[] Encode(Psid psid, PsidForm form)
    {
        Span<byte> room = stackalloc byte[PaddedLength];
        var encoded = room[..psid.Write(room)].ToArray();
        return form switch
        {
            PsidForm.PaddedLeft => [.. new byte[PaddedLength - encoded.Length], .. encoded],
            PsidForm.PaddedRight => [.. encoded, .. new byte[PaddedLength - encoded.Length]],
            PsidForm.Plain => Plain(psid.Value),
            PsidForm.DecimalDigits => Digits(Number(encoded)),
            _ => encoded,
        };
    }

    /// <summary>Reads a PSID of a form.</summary>
    /// <param name="octets">1 to 4 octets; up to 5 of decimal digits.</param>
    /// <param name="form">
    /// The form it has; null finds out, p-encoded first, then padded, then plain. Decimal digits are never found out: <c>00000032</c> is BSM (32) in
    /// digits and another service without them.
    /// </param>
    /// <param name="psid">The PSID.</param>
    public static bool TryRead(ReadOnlySpan<byte> octets, PsidForm? form, out Psid psid)
    {
        psid = default;
        return form switch
        {
            PsidForm.Encoded => TryEncoded(octets, out psid),
            PsidForm.PaddedLeft => octets.Length == PaddedLength && TryEncoded(FromFirst(octets), out psid),
            PsidForm.PaddedRight => octets.Length == PaddedLength && TryPaddedRight(octets, out psid),
            PsidForm.Plain => TryPlain(octets, out psid),
            PsidForm.DecimalDigits => TryDigits(octets, out psid),
            _ => TryEncoded(octets, out psid)
                || (octets.Length == PaddedLength && (TryPaddedRight(octets, out psid) || TryEncoded(FromFirst(octets), out psid)))
                || TryPlain(octets, out psid),
        };
    }

    private static bool TryEncoded(ReadOnlySpan<byte> octets, out Psid psid) => Psid.TryRead(octets, out psid, out var length) && length == octets.Length;

    // The first octet says how many there are; the rest is padding.
    private static bool TryPaddedRight(ReadOnlySpan<byte> octets, out Psid psid) =>
        Psid.TryRead(octets, out psid, out var length) && !octets[length..].ContainsAnyExcept((byte)0);

    private static bool TryPlain(ReadOnlySpan<byte> octets, out Psid psid)
    {
        psid = octets.Length is >= 1 and <= PaddedLength ? new Psid(Number(octets)) : new Psid(uint.MaxValue);
        return psid.Value <= Psid.Greatest;
    }

    private static bool TryDigits(ReadOnlySpan<byte> octets, out Psid psid)
    {
        psid = default;
        if (octets.Length is 0 or > 5 || !uint.TryParse(Convert.ToHexString(octets), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        Span<byte> encoded = stackalloc byte[PaddedLength];
        BinaryPrimitives.WriteUInt32BigEndian(encoded, number);
        return TryEncoded(FromFirst(encoded), out psid);
    }

    private static ReadOnlySpan<byte> FromFirst(ReadOnlySpan<byte> octets)
    {
        var first = octets.IndexOfAnyExcept((byte)0);
        return first < 0 ? octets[^1..] : octets[first..];
    }

    private static uint Number(ReadOnlySpan<byte> octets)
    {
        var number = 0u;
        foreach (var octet in octets)
        {
            number = (number << 8) | octet;
        }

        return number;
    }

    private static byte[] Plain(uint number)
    {
        var octets = new byte[PaddedLength];
        BinaryPrimitives.WriteUInt32BigEndian(octets, number);
        return FromFirst(octets).ToArray();
    }

    private static byte[] Digits(uint number)
    {
        var text = number.ToString("D8", CultureInfo.InvariantCulture);
        return Convert.FromHexString(text.Length % 2 == 0 ? text : "0" + text);
    }
}
