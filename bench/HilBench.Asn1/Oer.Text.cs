using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace HilBench.Asn1;

public static partial class Oer
{
    /// <summary>Reads a known-multiplier character string.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="alphabet">The permitted characters, in 8 or 16 bits.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <returns>The text.</returns>
    public static string ReadText<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, in TextAlphabet alphabet, int lower, int upper, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;
        var count = lower;
        if (!IsFixed(lower, upper, extensible))
        {
            // X.696 (02/2021) 27: unless the size is fixed, the number of octets stands in front.
            var length = ReadLength(ref reader, ref trace);
            count = length * 8 / alphabet.Bits;
            if (count * alphabet.Bits != length * 8)
            {
                reader.Throw(string.Create(CultureInfo.InvariantCulture, $"Characters of two octets were expected; found {length} octets."));
            }
        }

        reader.Require((long)count * alphabet.Bits);
        CheckSize(ref reader, ref trace, start, count, lower, upper, extensible);
        var characters = new char[count];
        Uper.ReadCharacters(ref reader, ref trace, alphabet, characters);
        var value = new string(characters);
        if (TTrace.IsOn)
        {
            trace.Close(in reader, value, Uper.SizeText(lower, upper, extensible));
        }

        return value;
    }

    /// <summary>Writes a known-multiplier character string.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The text.</param>
    /// <param name="alphabet">The permitted characters, in 8 or 16 bits.</param>
    /// <param name="lower">Smallest size.</param>
    /// <param name="upper">Largest size; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <exception cref="ArgumentException">The size or a character is not allowed.</exception>
    public static void WriteText(
        ref BitWriter writer, string? name, string value, in TextAlphabet alphabet, int lower, int upper, bool extensible)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckSize(in writer, name, value.Length, lower, upper, extensible);
        if (!IsFixed(lower, upper, extensible))
        {
            WriteLength(ref writer, value.Length * alphabet.Bits / 8);
        }

        Uper.WriteCharacters(ref writer, name, value, alphabet);
    }

    /// <summary>Reads a UTF8String, or a string of another kind whose characters have no fixed width.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="utf8">Whether it is a UTF8String; else each octet is one character U+0000 to U+00FF.</param>
    /// <returns>The text. Octets that are not UTF-8 are a violation and stand as U+FFFD.</returns>
    public static string ReadOctetText<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type, bool utf8)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);
        var start = reader.Position;

        // X.696 (02/2021) 27: the octets of BER behind their number.
        var octets = reader.ReadOctets(ReadLength(ref reader, ref trace) * 8L);
        var value = (utf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(octets);
        if (utf8 && !Utf8.IsValid(octets))
        {
            Violate(ref reader, ref trace, start, "UTF8String: octets that are UTF-8");
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value, constraint: null);
        }

        return value;
    }

    /// <summary>Writes a UTF8String, or a string of another kind whose characters have no fixed width.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The text.</param>
    /// <param name="utf8">Whether it is a UTF8String; else each octet is one character U+0000 to U+00FF.</param>
    /// <exception cref="ArgumentException">A character has no encoding.</exception>
    public static void WriteOctetText(ref BitWriter writer, string? name, string value, bool utf8)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (utf8)
        {
            WriteLengthAndOctets(ref writer, Uper.StrictUtf8.GetBytes(value));
            return;
        }

        if (value.AsSpan().ContainsAnyExceptInRange('\u0000', '\u00FF'))
        {
            writer.Fail(name, $"\"{value}\"", "characters up to U+00FF");
        }

        WriteLengthAndOctets(ref writer, Encoding.Latin1.GetBytes(value));
    }
}
