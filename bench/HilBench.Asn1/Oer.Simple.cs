using System.Globalization;

namespace HilBench.Asn1;

public static partial class Oer
{
    /// <summary>Reads a BOOLEAN.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <returns>The value.</returns>
    public static bool ReadBoolean<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;

        // X.696 (02/2021) 9.2: an octet 0 for FALSE; every other one is TRUE, canonical is FF.
        var octet = reader.ReadOctet();
        if (octet is not (0x00 or 0xFF))
        {
            Violate(ref reader, ref trace, start, "X.696 9.2: FF for TRUE");
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, octet != 0 ? "TRUE" : "FALSE", constraint: null);
        }

        return octet != 0;
    }

    /// <summary>Writes a BOOLEAN.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    public static void WriteBoolean(ref BitWriter writer, bool value) => writer.WriteBits(value ? 0xFFUL : 0UL, 8);

    /// <summary>Reads a NULL, which takes no octets (X.696 15).</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <returns>The value.</returns>
    public static Asn1Null ReadNull<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type)
        where TTrace : struct, IDecodeTrace => Uper.ReadNull(ref reader, ref trace, name, type);

    /// <summary>Reads an ENUMERATED.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="names">ASN.1 names of the known values.</param>
    /// <param name="values">Numbers of the known values, in the order of the names.</param>
    /// <param name="extensible">Whether there is an extension marker.</param>
    /// <returns>The index in <paramref name="names"/>. A value without a name, which is a violation unless the type is extensible, stands as itself; where that would be an index, as <see cref="int.MinValue"/> plus itself.</returns>
    /// <exception cref="Asn1ContentException">The value does not fit into 32 bits.</exception>
    public static int ReadEnumerated<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, string[] names, ReadOnlySpan<int> values, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        ArgumentNullException.ThrowIfNull(names);
        trace.Begin(name, type, in reader);
        var start = reader.Position;
        var number = ReadEnumerationValue(ref reader, ref trace);
        var index = values.IndexOf(number);
        var isKnown = index >= 0;
        if (!isKnown)
        {
            index = UnknownIndex(in reader, number, values.Length);
            if (!extensible)
            {
                Violate(ref reader, ref trace, start, "X.696 11: a value of the enumeration");
            }
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, isKnown ? names[index] : string.Create(CultureInfo.InvariantCulture, $"unknown ({number})"), constraint: null);
        }

        return index;
    }

    /// <summary>Writes an ENUMERATED.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">What reading gives: the index, or a value without a name.</param>
    /// <param name="values">Numbers of the known values, in the order of the names.</param>
    /// <param name="extensible">Whether there is an extension marker.</param>
    /// <exception cref="ArgumentException">There is no such value.</exception>
    public static void WriteEnumerated(ref BitWriter writer, string? name, int value, ReadOnlySpan<int> values, bool extensible)
    {
        var isKnown = (uint)value < (uint)values.Length;
        var number = isKnown ? values[value] : value < int.MinValue + values.Length ? value - int.MinValue : value;
        if (!isKnown && (!extensible || values.Contains(number)))
        {
            writer.Fail(
                name,
                value.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"an index below {values.Length}{(extensible ? ", or an unknown value" : string.Empty)}"));
        }

        if (number is >= 0 and < 0x80)
        {
            writer.WriteBits((ulong)number, 8);
            return;
        }

        var octets = (Uper.WidthOf((ulong)(number < 0 ? ~(long)number : number)) / 8) + 1;
        writer.WriteBits(0x80UL | (uint)octets, 8);
        WriteFixed(ref writer, number, octets);
    }

    private static int ReadEnumerationValue<TTrace>(ref BitReader reader, ref TTrace trace)
        where TTrace : struct, IDecodeTrace
    {
        // X.696 (02/2021) 11.3: the value, not an index; 0 to 127 in one octet.
        var start = reader.Position;
        var first = reader.ReadOctet();
        if (first < 0x80)
        {
            return first;
        }

        // X.696 (02/2021) 11.4: else the number of octets, then the value in two's complement.
        var octets = first & 0x7F;
        reader.Require(octets * 8L);
        var left = SkipRedundant(ref reader, octets, isSigned: true);
        if (left is < 1 or > 4)
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"A value of an enumeration of 1 to 4 octets was expected; found {left}."));
        }

        var value = (int)Extend((long)reader.ReadBits(left * 8), left);
        if (left < octets || value is >= 0 and < 0x80)
        {
            Violate(ref reader, ref trace, start, "X.696 11.3: a value in the fewest octets");
        }

        return value;
    }

    private static int UnknownIndex(in BitReader reader, int number, int count)
    {
        if (number < int.MinValue + count)
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"A value of the enumeration is at least {int.MinValue + count}; found {number}."));
        }

        return (uint)number < (uint)count ? int.MinValue + number : number;
    }
}
