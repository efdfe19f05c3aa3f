using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace HilBench.Asn1;

public static partial class Uper
{
    internal static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a known-multiplier character string.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="alphabet">How a character is encoded.</param>
    /// <param name="lower">Smallest size in characters.</param>
    /// <param name="upper">Largest size in characters; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <returns>The text. A code without a character is a violation and stands as U+FFFD.</returns>
    public static string ReadText<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, in TextAlphabet alphabet, int lower, int upper, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);

        // X.691 (02/2021) 30.5: each character in the bits that its alphabet needs.
        var count = ReadCount(ref reader, ref trace, lower, upper, extensible, alphabet.Bits, out var more);
        var characters = new char[count];
        ReadCharacters(ref reader, ref trace, alphabet, characters);
        var value = new string(characters);
        if (more)
        {
            value = ReadTextFragments(ref reader, ref trace, alphabet, value);
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, value, SizeText(lower, upper, extensible));
        }

        return value;
    }

    /// <summary>Writes a known-multiplier character string.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The text.</param>
    /// <param name="alphabet">How a character is encoded.</param>
    /// <param name="lower">Smallest size in characters.</param>
    /// <param name="upper">Largest size in characters; -1 when there is none.</param>
    /// <param name="extensible">Whether the size constraint has an extension marker.</param>
    /// <exception cref="ArgumentException">The size or a character is not allowed.</exception>
    public static void WriteText(
        ref BitWriter writer, string? name, string value, in TextAlphabet alphabet, int lower, int upper, bool extensible)
    {
        ArgumentNullException.ThrowIfNull(value);
        var fragment = WriteCount(ref writer, name, value.Length, lower, upper, extensible);
        WriteCharacters(ref writer, name, value.AsSpan(0, fragment), alphabet);
        var done = fragment;
        while (IsFragment(fragment, value.Length, lower, upper))
        {
            fragment = WriteFragmentCount(ref writer, value.Length - done);
            WriteCharacters(ref writer, name, value.AsSpan(done, fragment), alphabet);
            done += fragment;
        }
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

        // X.691 (02/2021) 30.6: the octets of BER behind their number; the size constraint is not PER-visible.
        var length = ReadLength(ref reader, out var more);
        var octets = more ? ReadFragments(ref reader, length) : reader.ReadOctets(length * 8L);
        var value = (utf8 ? Encoding.UTF8 : Encoding.Latin1).GetString(octets);
        if (utf8 && !System.Text.Unicode.Utf8.IsValid(octets))
        {
            reader.MarkViolated();
            if (TTrace.IsOn)
            {
                trace.Violate(start, reader.Position, "UTF8String: octets that are UTF-8", OctetText(octets));
            }
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
    /// <param name="utf8">Whether it is a UTF8String; else each character U+0000 to U+00FF is one octet.</param>
    /// <exception cref="ArgumentException">A character has no encoding.</exception>
    public static void WriteOctetText(ref BitWriter writer, string? name, string value, bool utf8)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (utf8)
        {
            WriteLengthAndOctets(ref writer, StrictUtf8.GetBytes(value));
            return;
        }

        if (value.AsSpan().ContainsAnyExceptInRange('\u0000', '\u00FF'))
        {
            writer.Fail(name, $"\"{value}\"", "characters up to U+00FF");
        }

        WriteLengthAndOctets(ref writer, Encoding.Latin1.GetBytes(value));
    }

    private static string ReadTextFragments<TTrace>(ref BitReader reader, ref TTrace trace, in TextAlphabet alphabet, string first)
        where TTrace : struct, IDecodeTrace
    {
        var text = new StringBuilder(first);
        bool more;
        do
        {
            var part = new char[ReadFragmentCount(ref reader, alphabet.Bits, out more)];
            ReadCharacters(ref reader, ref trace, alphabet, part);
            text.Append(part);
        }
        while (more);
        return text.ToString();
    }

    internal static void ReadCharacters<TTrace>(ref BitReader reader, ref TTrace trace, in TextAlphabet alphabet, Span<char> characters)
        where TTrace : struct, IDecodeTrace
    {
        foreach (ref var character in characters)
        {
            var code = (int)reader.ReadBits(alphabet.Bits);
            if (!alphabet.TryDecode(code, out character))
            {
                ViolateCharacter(ref reader, ref trace, code, alphabet);
            }
        }
    }

    internal static void WriteCharacters(ref BitWriter writer, string? name, ReadOnlySpan<char> characters, in TextAlphabet alphabet)
    {
        foreach (var character in characters)
        {
            if (!alphabet.TryEncode(character, out var code))
            {
                writer.Fail(name, $"\"{characters}\"", alphabet.Rule);
            }

            writer.WriteBits((ulong)code, alphabet.Bits);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ViolateCharacter<TTrace>(ref BitReader reader, ref TTrace trace, int code, in TextAlphabet alphabet)
        where TTrace : struct, IDecodeTrace
    {
        reader.MarkViolated();
        if (TTrace.IsOn)
        {
            trace.Violate(
                reader.Position - alphabet.Bits,
                reader.Position,
                alphabet.Rule,
                string.Create(CultureInfo.InvariantCulture, $"code {code}"));
        }
    }
}
