using System.Globalization;

namespace HilBench.Asn1;

public static partial class Oer
{
    /// <summary>Reads a BIT STRING.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <returns>The bits.</returns>
    public static BitString ReadBitString<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, int lower, int upper, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;

        // X.696 (02/2021) 13.2: of fixed size, the bits, filled up to octets; else a length and the number of unused bits in front.
        var (bits, unused) = IsFixed(lower, upper, extensible) ? (lower, -lower & 7) : ReadBitCount(ref reader, ref trace);
        var octets = reader.ReadOctets(bits);
        SkipPadding(ref reader, ref trace, unused);
        CheckSize(ref reader, ref trace, start, bits, lower, upper, extensible);
        var value = BitString.Own(octets, bits);
        if (TTrace.IsOn)
        {
            trace.Close(in reader, bits <= Uper.LongestText ? value.ToString() : Uper.OctetText(octets), Uper.SizeText(lower, upper, extensible));
        }

        return value;
    }

    /// <summary>Writes a BIT STRING with the length it has: trailing zeros are neither added nor removed.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The bits.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <exception cref="ArgumentException">The size is not allowed.</exception>
    public static void WriteBitString(ref BitWriter writer, string? name, BitString value, int lower, int upper, bool extensible)
    {
        CheckSize(in writer, name, value.Length, lower, upper, extensible);
        if (!IsFixed(lower, upper, extensible))
        {
            WriteLength(ref writer, value.Octets.Length + 1);
            writer.WriteBits((ulong)(-value.Length & 7), 8);
        }

        writer.WriteOctets(value.Octets);
    }

    /// <summary>Reads an OCTET STRING.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <returns>The octets.</returns>
    public static OctetString ReadOctetString<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, int lower, int upper, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;

        // X.696 (02/2021) 14: of fixed size, the octets; else a length in front.
        var length = IsFixed(lower, upper, extensible) ? lower : ReadLength(ref reader, ref trace);
        var octets = reader.ReadOctets(length * 8L);
        CheckSize(ref reader, ref trace, start, length, lower, upper, extensible);
        if (TTrace.IsOn)
        {
            trace.Close(in reader, Uper.OctetText(octets), Uper.SizeText(lower, upper, extensible));
        }

        return OctetString.Own(octets);
    }

    /// <summary>Writes an OCTET STRING.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The octets.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <exception cref="ArgumentException">The size is not allowed.</exception>
    public static void WriteOctetString(ref BitWriter writer, string? name, OctetString value, int lower, int upper, bool extensible)
    {
        CheckSize(in writer, name, value.Length, lower, upper, extensible);
        if (!IsFixed(lower, upper, extensible))
        {
            WriteLength(ref writer, value.Length);
        }

        writer.WriteOctets(value.Span);
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

        // X.696 (02/2021) 21 and 22: the contents octets of BER behind their number.
        var octets = reader.ReadOctets(ReadLength(ref reader, ref trace) * 8L);
        var value = new ObjectIdentifier(OctetString.Own(octets), relative);
        if (!value.IsWellFormed)
        {
            Violate(ref reader, ref trace, start, "X.690 8.19.2: complete arcs in the fewest octets");
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

    // X.696 (02/2021) 13.3: the length counts the octet that tells how many bits of the last octet are unused.
    private static (int Bits, int Unused) ReadBitCount<TTrace>(ref BitReader reader, ref TTrace trace)
        where TTrace : struct, IDecodeTrace
    {
        var length = ReadLength(ref reader, ref trace);
        if (length == 0)
        {
            reader.Throw("The length of a BIT STRING counts the octet that tells the unused bits (X.696 13.3); found 0.");
        }

        var unused = reader.ReadOctet();
        if (unused > 7 || (length == 1 && unused > 0))
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"The last octet of a BIT STRING has 0 to 7 unused bits (X.696 13.3); found {unused} of {length - 1} octets."));
        }

        return (((length - 1) * 8) - unused, unused);
    }

    private static void SkipPadding<TTrace>(ref BitReader reader, ref TTrace trace, int bits)
        where TTrace : struct, IDecodeTrace
    {
        if (reader.ReadBits(bits) != 0)
        {
            Violate(ref reader, ref trace, reader.Position - 8, "X.696 13.2 and 16.2: zero in the unused bits of the last octet");
        }
    }
}
