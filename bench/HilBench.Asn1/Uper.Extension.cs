using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace HilBench.Asn1;

public static partial class Uper
{
    /// <summary>Reads which extension additions follow.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The presence bitmap.</returns>
    /// <exception cref="Asn1ContentException">The bitmap is longer than what is left.</exception>
    public static AdditionMap ReadAdditionMap(ref BitReader reader)
    {
        // X.691 (02/2021) 19.8 and 11.9.3.4: a normally small length, then a bit for each addition.
        int count;
        if (reader.ReadBit())
        {
            count = ReadLength(ref reader, out var more);
            if (more || count == 0)
            {
                reader.Throw("A presence bitmap of 1 to 16383 extension additions was expected (X.691 19.8).");
            }
        }
        else
        {
            count = 1 + (int)reader.ReadBits(6);
        }

        var map = new AdditionMap(count, reader.Position);
        reader.Skip(count);
        return map;
    }

    /// <summary>Reads the additions that the schema does not know.</summary>
    /// <param name="reader">Behind the last known addition.</param>
    /// <param name="map">The presence bitmap.</param>
    /// <param name="known">Number of additions that the schema knows.</param>
    /// <returns>Null when encoding gives the same bits without.</returns>
    public static UnknownAdditions? ReadUnknownAdditions(ref BitReader reader, in AdditionMap map, int known)
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
                additions.Add(new UnknownAddition(i, ReadOpenOctets(ref reader)));
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
        var count = CountAdditions(in writer, present, known, unknown);
        writer.WriteBit(count > 64);
        if (count > 64)
        {
            WriteFragmentCount(ref writer, Math.Min(count, FragmentUnit - 1));
        }
        else
        {
            writer.WriteBits((ulong)(count - 1), 6);
        }

        WriteAdditionBits(ref writer, present, known, unknown, count);
    }

    /// <summary>Writes the additions that the schema does not know.</summary>
    /// <param name="writer">Behind the last known addition.</param>
    /// <param name="unknown">The unknown ones.</param>
    public static void WriteUnknownAdditions(ref BitWriter writer, UnknownAdditions? unknown)
    {
        foreach (var addition in unknown is null || unknown.Additions.IsDefault ? [] : unknown.Additions)
        {
            WriteOpenOctets(ref writer, addition.Bytes);
        }
    }

    /// <summary>Reads an open type whose contents the schema does not know.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The contents, padded to octets as they were sent.</returns>
    public static OctetString ReadOpenOctets(ref BitReader reader)
    {
        var length = ReadLength(ref reader, out var more);
        return OctetString.Own(more ? ReadFragments(ref reader, length) : reader.ReadOctets(length * 8L));
    }

    /// <summary>Writes an open type whose contents the schema does not know.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="contents">The contents, padded to octets.</param>
    public static void WriteOpenOctets(ref BitWriter writer, OctetString contents) =>
        WriteLengthAndOctets(ref writer, contents.Span);

    /// <summary>Reads the contents of an open type whose identifier has no entry in the object set.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">At the contents, narrowed to them.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="isExtensible">Whether the object set has an extension marker: without it, a selecting number that it does not list is a violation.</param>
    /// <returns>The contents.</returns>
    public static UnknownOpenType ReadUnknownOpenType<TTrace>(ref BitReader reader, ref TTrace trace, string? name, bool isExtensible)
        where TTrace : struct, IDecodeTrace => ReadUnknownContents(ref reader, ref trace, name, leastOctets: 1, isExtensible);

    /// <summary>Reads what is left of an open type.</summary>
    internal static UnknownOpenType ReadUnknownContents<TTrace>(ref BitReader reader, ref TTrace trace, string? name, int leastOctets, bool isExtensible)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, "open type", in reader);
        if (!isExtensible)
        {
            reader.MarkViolated();
            if (TTrace.IsOn)
            {
                trace.Violate(reader.Position, reader.Position, "X.682 10: the type of an object of the set, which has no extension marker", "a number that no object has");
            }
        }

        var octets = reader.ReadOctets(reader.Remaining);

        // X.691 (02/2021) 11.1.3 and 11.2: an open type holds a complete encoding, which has at least one octet.
        if (octets.Length < leastOctets)
        {
            reader.MarkViolated();
            if (TTrace.IsOn)
            {
                trace.Violate(reader.Position, reader.Position, "X.691 11.1.3: at least one octet", "an open type of no octet");
            }
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, OctetText(octets), constraint: null);
        }

        return new UnknownOpenType(OctetString.Own(octets));
    }

    /// <summary>Reads the contents of an alternative that the schema does not know.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="index">Index of the alternative.</param>
    /// <returns>The contents.</returns>
    public static OctetString ReadUnknownAlternative<TTrace>(ref BitReader reader, ref TTrace trace, int index)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin("unknown", "open type", in reader);
        var octets = ReadOpenOctets(ref reader);
        if (TTrace.IsOn)
        {
            trace.Close(in reader, octets.ToString(), string.Create(CultureInfo.InvariantCulture, $"alternative {index}"));
        }

        return octets;
    }

    /// <summary>Ends an open type and checks that its contents fill it.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Behind the contents.</param>
    /// <param name="trace">Receives a violation.</param>
    /// <param name="scope">What <see cref="BitReader.BeginOpenType"/> returned.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <exception cref="Asn1ContentException">Fewer bits were left than the length said.</exception>
    public static void EndOpenType<TTrace>(ref BitReader reader, ref TTrace trace, in OpenTypeScope scope, string name)
        where TTrace : struct, IDecodeTrace
    {
        if (scope.Missing > 0)
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"The open type is {scope.Missing} bits shorter than its length says."));
        }

        CheckPadding(ref reader, ref trace, scope.Start, name);
        reader.EndOpenType(in scope);
    }

    /// <summary>Checks that behind a complete encoding only zero bits follow, up to the next octet.</summary>
    internal static void CheckPadding<TTrace>(ref BitReader reader, ref TTrace trace, int start, string? name)
        where TTrace : struct, IDecodeTrace
    {
        // X.691 (02/2021) 11.1.3 and 11.2.1: zero bits to an octet; an empty value is one zero octet.
        var position = reader.Position;
        var left = reader.Remaining;
        var isEmpty = position == start;
        if (left >= (isEmpty ? 9 : 8) || (isEmpty && left < 8) || !IsZero(reader, left))
        {
            ViolatePadding(ref reader, ref trace, left, name);
        }
    }

    /// <summary>Bits of a presence bitmap; the unknown additions must fit behind the known ones.</summary>
    internal static int CountAdditions(in BitWriter writer, ulong present, int known, UnknownAdditions? unknown)
    {
        var count = unknown is null ? known : Math.Max(unknown.Count, WidthOf(present));
        var last = known - 1;
        foreach (var addition in unknown is null || unknown.Additions.IsDefault ? [] : unknown.Additions)
        {
            if (addition.Index <= last || addition.Index >= count)
            {
                writer.Fail(
                    name: null,
                    string.Create(CultureInfo.InvariantCulture, $"with an unknown addition {addition.Index}"),
                    string.Create(CultureInfo.InvariantCulture, $"rising indices from {known} to {count - 1}"));
            }

            last = addition.Index;
        }

        return count;
    }

    internal static void WriteAdditionBits(ref BitWriter writer, ulong present, int known, UnknownAdditions? unknown, int count)
    {
        for (int i = 0, next = 0; i < count; i++)
        {
            var isUnknown = unknown is not null && !unknown.Additions.IsDefault
                && next < unknown.Additions.Length && unknown.Additions[next].Index == i;
            next += isUnknown ? 1 : 0;
            writer.WriteBit(isUnknown || (i < known && (present >> i & 1) != 0));
        }
    }

    private static bool IsZero(BitReader reader, int bits) => reader.ReadBits(Math.Min(bits, 64)) == 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ViolatePadding<TTrace>(ref BitReader reader, ref TTrace trace, int left, string? name)
        where TTrace : struct, IDecodeTrace
    {
        reader.MarkViolated();
        if (!TTrace.IsOn)
        {
            return;
        }

        var behind = reader;
        behind.Skip(left);
        var bits = behind.RawText(reader.Position, behind.Position);
        trace.Begin(name, "padding", in reader);
        trace.Violate(
            reader.Position,
            behind.Position,
            "X.691 11.1: zero bits to the next octet, then nothing",
            string.Create(CultureInfo.InvariantCulture, $"{left} bits {bits}"));
        trace.Close(in behind, bits, constraint: null);
    }
}
