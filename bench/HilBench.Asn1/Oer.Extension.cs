using System.Collections.Immutable;
using System.Globalization;

namespace HilBench.Asn1;

public static partial class Oer
{
    /// <summary>Ends the preamble of a SEQUENCE: passes by the bits that fill its last octet.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="bits">Number of these bits, 0 to 7.</param>
    public static void EndPreamble<TTrace>(ref BitReader reader, ref TTrace trace, int bits)
        where TTrace : struct, IDecodeTrace => SkipPadding(ref reader, ref trace, bits);

    /// <summary>Reads which extension additions follow.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <returns>The presence bitmap.</returns>
    /// <exception cref="Asn1ContentException">The bitmap is empty or longer than what is left.</exception>
    public static AdditionMap ReadAdditionMap<TTrace>(ref BitReader reader, ref TTrace trace)
        where TTrace : struct, IDecodeTrace
    {
        var start = reader.Position;

        // X.696 (02/2021) 16.4: the bitmap is encoded like a BIT STRING of variable size.
        var (count, unused) = ReadBitCount(ref reader, ref trace);
        if (count == 0)
        {
            reader.Throw("A presence bitmap of at least one extension addition was expected (X.696 16.4).");
        }

        var map = new AdditionMap(count, reader.Position);
        reader.Skip(count);
        SkipPadding(ref reader, ref trace, unused);
        if (!map.HasAny(in reader))
        {
            Violate(ref reader, ref trace, start, "X.696 16.2: the extension bit only where an addition is present");
        }

        return map;
    }

    /// <summary>Reads the additions that the schema does not know.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="map">The presence bitmap.</param>
    /// <param name="known">Number of additions that the schema knows.</param>
    /// <returns>Null when encoding gives the same octets without.</returns>
    public static UnknownAdditions? ReadUnknownAdditions<TTrace>(ref BitReader reader, ref TTrace trace, in AdditionMap map, int known)
        where TTrace : struct, IDecodeTrace
    {
        if (map.Count == known && map.HasAny(in reader))
        {
            return null;
        }

        var additions = ImmutableArray.CreateBuilder<UnknownAddition>();
        for (var i = known; i < map.Count; i++)
        {
            if (map.Has(in reader, i))
            {
                additions.Add(new UnknownAddition(i, ReadOpenOctets(ref reader, ref trace)));
            }
        }

        return new UnknownAdditions(map.Count, additions.ToImmutable());
    }

    /// <summary>Writes which extension additions follow.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="present">Bit i is set when the known addition i is present.</param>
    /// <param name="known">Number of additions that the schema knows, at most 64.</param>
    /// <param name="unknown">The unknown ones.</param>
    /// <exception cref="ArgumentException">The unknown additions contradict the schema.</exception>
    public static void WriteAdditionMap(ref BitWriter writer, ulong present, int known, UnknownAdditions? unknown)
    {
        var count = Uper.CountAdditions(in writer, present, known, unknown);
        WriteLength(ref writer, 1 + ((count + 7) / 8));
        writer.WriteBits((ulong)(-count & 7), 8);
        Uper.WriteAdditionBits(ref writer, present, known, unknown, count);
        writer.WriteBits(0, -count & 7);
    }

    /// <summary>Writes the additions that the schema does not know.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="unknown">The unknown ones.</param>
    public static void WriteUnknownAdditions(ref BitWriter writer, UnknownAdditions? unknown)
    {
        foreach (var addition in unknown is null || unknown.Additions.IsDefault ? [] : unknown.Additions)
        {
            WriteOpenOctets(ref writer, addition.Bytes);
        }
    }

    /// <summary>Begins an open type: reads its length and narrows the reader to its contents, as far as they are there.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <returns>To be given to <see cref="EndOpenType{TTrace}"/>.</returns>
    public static OpenTypeScope BeginOpenType<TTrace>(scoped ref BitReader reader, scoped ref TTrace trace)
        where TTrace : struct, IDecodeTrace

        // X.696 (02/2021) 30: the number of octets, then the encoding.
        => reader.BeginOctets(ReadLength(ref reader, ref trace));

    /// <summary>Ends an open type and checks that its contents fill it.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="scope">What the beginning returned.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <exception cref="Asn1ContentException">Fewer octets were left than the length said.</exception>
    public static void EndOpenType<TTrace>(ref BitReader reader, ref TTrace trace, in OpenTypeScope scope, string name)
        where TTrace : struct, IDecodeTrace
    {
        if (scope.Missing > 0)
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"The open type is {scope.Missing / 8} octets shorter than its length says."));
        }

        CheckEnd(ref reader, ref trace, name);
        reader.EndOpenType(in scope);
    }

    /// <summary>Ends an open type: puts the number of its octets in front.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="start">What <see cref="BitWriter.BeginOpenType"/> returned.</param>
    public static void EndOpenType(ref BitWriter writer, int start) => writer.EndOctets(start);

    /// <summary>Reads the contents of an open type whose identifier has no entry in the object set.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="isExtensible">Whether the object set has an extension marker: without it, a selecting number that it does not list is a violation.</param>
    /// <returns>The contents.</returns>
    public static UnknownOpenType ReadUnknownOpenType<TTrace>(ref BitReader reader, ref TTrace trace, string? name, bool isExtensible)
        where TTrace : struct, IDecodeTrace => Uper.ReadUnknownContents(ref reader, ref trace, name, leastOctets: 0, isExtensible);

    /// <summary>Writes an open type whose contents the schema does not know.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="contents">The contents.</param>
    public static void WriteOpenOctets(ref BitWriter writer, OctetString contents) => WriteLengthAndOctets(ref writer, contents.Span);

    /// <summary>Checks that nothing follows a complete encoding.</summary>
    internal static void CheckEnd<TTrace>(ref BitReader reader, ref TTrace trace, string? name)
        where TTrace : struct, IDecodeTrace
    {
        if (reader.Remaining == 0)
        {
            return;
        }

        reader.MarkViolated();
        if (TTrace.IsOn)
        {
            var behind = reader;
            behind.Skip(reader.Remaining);
            var octets = behind.OctetsFrom(reader.Position);
            trace.Begin(name, "padding", in reader);
            trace.Violate(reader.Position, behind.Position, "X.696 30: nothing behind the encoding", octets);
            trace.Close(in behind, octets, constraint: null);
        }
    }

    private static OctetString ReadOpenOctets<TTrace>(ref BitReader reader, ref TTrace trace)
        where TTrace : struct, IDecodeTrace => OctetString.Own(reader.ReadOctets(ReadLength(ref reader, ref trace) * 8L));
}
