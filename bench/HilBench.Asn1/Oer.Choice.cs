using System.Globalization;

namespace HilBench.Asn1;

public static partial class Oer
{
    private const int LargestTagNumber = (1 << 30) - 1;
    private const uint ContextClass = 2;

    /// <summary>Reads the tag of an alternative of a CHOICE.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <returns>The number of a context-specific tag. In front of it, in the two highest bits, stand those of the class, of which the first is turned round: 0 for context-specific.</returns>
    /// <exception cref="Asn1ContentException">The tag number is above 2^30 - 1.</exception>
    public static int ReadTag<TTrace>(ref BitReader reader, ref TTrace trace)
        where TTrace : struct, IDecodeTrace
    {
        // X.696 (02/2021) 8.7.2: two bits for the class and six for the number.
        var first = reader.ReadOctet();
        var number = first & 0x3F;
        if (number == 0x3F)
        {
            number = ReadTagNumber(ref reader, ref trace);
        }

        return TagOf((uint)first >> 6, number);
    }

    /// <summary>Writes the tag of an alternative of a CHOICE.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="tag">The tag, see <see cref="ReadTag"/>.</param>
    public static void WriteTag(ref BitWriter writer, int tag)
    {
        var number = tag & LargestTagNumber;
        var classBits = (((uint)tag >> 30) ^ ContextClass) << 6;
        if (number < 0x3F)
        {
            writer.WriteBits(classBits | (uint)number, 8);
            return;
        }

        // X.696 (02/2021) 8.7.2: from 63 on, six bits 1, then seven bits an octet, bit 8 set but in the last one.
        writer.WriteBits(classBits | 0x3F, 8);
        for (var shift = 28; shift > 0; shift -= 7)
        {
            if (number >> shift != 0)
            {
                writer.WriteBits(0x80UL | ((uint)(number >> shift) & 0x7F), 8);
            }
        }

        writer.WriteBits((uint)number & 0x7F, 8);
    }

    /// <summary>No alternative of a CHOICE without an extension marker has this tag.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="tag">The tag, see <see cref="ReadTag"/>.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="Asn1ContentException">Always.</exception>
    public static T ThrowUnknownTag<T>(in BitReader reader, int tag)
    {
        var number = tag & LargestTagNumber;
        string[] classes = ["UNIVERSAL ", "APPLICATION ", string.Empty, "PRIVATE "];
        var name = classes[((uint)tag >> 30) ^ ContextClass];
        reader.Throw(string.Create(CultureInfo.InvariantCulture, $"The choice has no alternative with the tag [{name}{number}] (X.696 20)."));
        return default;
    }

    /// <summary>Reads the contents of an alternative that the schema does not know.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="tag">The tag, see <see cref="ReadTag"/>.</param>
    /// <returns>The contents.</returns>
    public static OctetString ReadUnknownAlternative<TTrace>(ref BitReader reader, ref TTrace trace, int tag)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin("unknown", "open type", in reader);
        var octets = ReadOpenOctets(ref reader, ref trace);
        if (TTrace.IsOn)
        {
            trace.Close(in reader, octets.ToString(), string.Create(CultureInfo.InvariantCulture, $"alternative {tag}"));
        }

        return octets;
    }

    private static int ReadTagNumber<TTrace>(ref BitReader reader, ref TTrace trace)
        where TTrace : struct, IDecodeTrace
    {
        var start = reader.Position - 8;
        var number = 0;
        var octet = reader.ReadOctet();
        var isShortest = octet != 0x80;
        while (true)
        {
            if (number > LargestTagNumber >> 7)
            {
                reader.Throw(string.Create(CultureInfo.InvariantCulture, $"A tag number is at most {LargestTagNumber} here."));
            }

            number = (number << 7) | (octet & 0x7F);
            if (octet < 0x80)
            {
                break;
            }

            octet = reader.ReadOctet();
        }

        if (!isShortest || number < 0x3F)
        {
            Violate(ref reader, ref trace, start, "X.696 8.7.2: a tag in the fewest octets");
        }

        return number;
    }

    private static int TagOf(uint tagClass, int number) => (int)(((tagClass ^ ContextClass) << 30) | (uint)number);
}
