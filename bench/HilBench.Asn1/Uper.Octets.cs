using System.Globalization;

namespace HilBench.Asn1;

public static partial class Uper
{
    internal const int LongestText = 64;

    /// <summary>Reads a BIT STRING. Outside an extensible size the length is kept, so that encoding gives the same bits again.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="lower">Smallest size in bits.</param>
    /// <param name="upper">Largest size in bits; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <returns>The bits.</returns>
    public static BitString ReadBitString<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, int lower, int upper, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);

        // X.691 (02/2021) 16.6 to 16.11
        var length = ReadCount(ref reader, ref trace, lower, upper, extensible, minimumBits: 1, out var more);
        var octets = reader.ReadOctets(length);
        if (more)
        {
            octets = ReadBitFragments(ref reader, octets, ref length);
        }

        var value = BitString.Own(octets, length);
        if (TTrace.IsOn)
        {
            trace.Close(in reader, length <= LongestText ? value.ToString() : OctetText(octets), SizeText(lower, upper, extensible));
        }

        return value;
    }

    /// <summary>Writes a BIT STRING with the length it has: trailing zeros are neither added nor removed.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The bits.</param>
    /// <param name="lower">Smallest size in bits.</param>
    /// <param name="upper">Largest size in bits; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <exception cref="ArgumentException">The size is not allowed.</exception>
    public static void WriteBitString(ref BitWriter writer, string? name, BitString value, int lower, int upper, bool extensible)
    {
        var fragment = WriteCount(ref writer, name, value.Length, lower, upper, extensible);
        writer.WriteBitRun(value.Octets, 0, fragment);
        var done = fragment;
        while (IsFragment(fragment, value.Length, lower, upper))
        {
            fragment = WriteFragmentCount(ref writer, value.Length - done);
            writer.WriteBitRun(value.Octets, done / 8, fragment);
            done += fragment;
        }
    }

    /// <summary>Reads an OCTET STRING.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="lower">Smallest size in octets.</param>
    /// <param name="upper">Largest size in octets; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <returns>The octets.</returns>
    public static OctetString ReadOctetString<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, int lower, int upper, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);

        // X.691 (02/2021) 17.3 to 17.8
        var length = ReadCount(ref reader, ref trace, lower, upper, extensible, minimumBits: 8, out var more);
        var octets = more ? ReadFragments(ref reader, length) : reader.ReadOctets(length * 8L);
        if (TTrace.IsOn)
        {
            trace.Close(in reader, OctetText(octets), SizeText(lower, upper, extensible));
        }

        return OctetString.Own(octets);
    }

    /// <summary>Writes an OCTET STRING.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The octets.</param>
    /// <param name="lower">Smallest size in octets.</param>
    /// <param name="upper">Largest size in octets; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <exception cref="ArgumentException">The size is not allowed.</exception>
    public static void WriteOctetString(ref BitWriter writer, string? name, OctetString value, int lower, int upper, bool extensible)
    {
        var fragment = WriteCount(ref writer, name, value.Length, lower, upper, extensible);
        writer.WriteOctets(value.Span[..fragment]);
        if (IsFragment(fragment, value.Length, lower, upper))
        {
            WriteLengthAndOctets(ref writer, value.Span[fragment..]);
        }
    }

    /// <summary>Reads an OBJECT IDENTIFIER or a RELATIVE-OID.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="relative">Whether it is a RELATIVE-OID.</param>
    /// <returns>The identifier.</returns>
    public static ObjectIdentifier ReadObjectIdentifier<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, bool relative)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;

        // X.691 (02/2021) 24 and 25: the contents octets of BER behind their number.
        var length = ReadLength(ref reader, out var more);
        var octets = more ? ReadFragments(ref reader, length) : reader.ReadOctets(length * 8L);
        var value = new ObjectIdentifier(OctetString.Own(octets), relative);
        if (!value.IsWellFormed)
        {
            reader.MarkViolated();
            if (TTrace.IsOn)
            {
                trace.Violate(start, reader.Position, "X.690 8.19.2: complete arcs in the fewest octets", OctetText(octets));
            }
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value.ToString(), constraint: null);
        }

        return value;
    }

    /// <summary>Writes an OBJECT IDENTIFIER or a RELATIVE-OID.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="relative">Whether it must be a RELATIVE-OID.</param>
    /// <exception cref="ArgumentException">It is of the other kind.</exception>
    public static void WriteObjectIdentifier(ref BitWriter writer, string? name, ObjectIdentifier value, bool relative)
    {
        if (value.IsRelative != relative)
        {
            writer.Fail(name, value.ToString(), relative ? "a RELATIVE-OID" : "an OBJECT IDENTIFIER");
        }

        WriteLengthAndOctets(ref writer, value.Contents.Span);
    }

    private static byte[] ReadBitFragments(ref BitReader reader, byte[] first, ref int length)
    {
        var octets = new List<byte>(first);
        bool more;
        do
        {
            var bits = ReadLength(ref reader, out more);
            octets.AddRange(reader.ReadOctets(bits));
            length += bits;
        }
        while (more);
        return [.. octets];
    }

    internal static string OctetText(byte[] octets) => octets.Length <= LongestText
        ? Convert.ToHexString(octets)
        : string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(octets.AsSpan(0, LongestText))}… ({octets.Length} octets)");
}
