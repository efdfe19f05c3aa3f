using System.Globalization;
using System.Runtime.CompilerServices;

namespace HilBench.Asn1;

public static partial class Uper
{
    /// <summary>Reads a BOOLEAN.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <returns>The value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ReadBoolean<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type)
        where TTrace : struct, IDecodeTrace
    {
        trace.Begin(name, type, in reader);

        // X.691 (02/2021) 12.1: a single bit.
        var value = reader.ReadBit();
        if (TTrace.IsOn)
        {
            trace.Close(in reader, value ? "TRUE" : "FALSE", constraint: null);
        }

        return value;
    }

    /// <summary>Writes a BOOLEAN.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    public static void WriteBoolean(ref BitWriter writer, bool value) => writer.WriteBit(value);

    /// <summary>Reads a NULL, which takes no bits.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <returns>The value.</returns>
    public static Asn1Null ReadNull<TTrace>(ref BitReader reader, ref TTrace trace, string? name, string type)
        where TTrace : struct, IDecodeTrace
    {
        // X.691 (02/2021) 18: no contribution.
        trace.Begin(name, type, in reader);
        trace.Close(in reader, "NULL", constraint: null);
        return default;
    }

    /// <summary>Reads an ENUMERATED.</summary>
    /// <typeparam name="TTrace">Whether and how the reading is explained.</typeparam>
    /// <param name="reader">Where to read.</param>
    /// <param name="trace">Receives what is read.</param>
    /// <param name="name">ASN.1 name of the member.</param>
    /// <param name="type">ASN.1 name of the type.</param>
    /// <param name="names">ASN.1 names of the root in value order, then of the known additions.</param>
    /// <param name="rootCount">Number of root values.</param>
    /// <param name="extensible">Whether there is an extension marker.</param>
    /// <returns>
    /// The index in <paramref name="names"/>; beyond them for an unknown addition. An index of the root that has no value is a violation:
    /// it is kept, but for an extensible type as -1 - index, because the numbers beyond the root are the additions.
    /// </returns>
    public static int ReadEnumerated<TTrace>(
        ref BitReader reader, ref TTrace trace, string? name, string type, string[] names, int rootCount, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        ArgumentNullException.ThrowIfNull(names);
        trace.Begin(name, type, in reader);
        var start = reader.Position;
        int value;
        if (extensible && reader.ReadBit())
        {
            // X.691 (02/2021) 14.3: an addition is a normally small number.
            value = (int)Math.Min(rootCount + (long)ReadNormallySmall(ref reader), int.MaxValue);
        }
        else
        {
            // X.691 (02/2021) 14.2: the index in value order is a constrained whole number.
            value = (int)reader.ReadBits(WidthOf((ulong)(rootCount - 1)));
            if (value >= rootCount)
            {
                value = ViolateEnumerated(ref reader, ref trace, start, value, rootCount, extensible);
            }
        }

        if (TTrace.IsOn)
        {
            trace.Close(in reader, EnumeratedText(value, names), constraint: null);
        }

        return value;
    }

    /// <summary>Writes an ENUMERATED.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">ASN.1 name of the member, for the exception.</param>
    /// <param name="value">The index in value order; additions follow the root.</param>
    /// <param name="rootCount">Number of root values.</param>
    /// <param name="extensible">Whether there is an extension marker.</param>
    /// <exception cref="ArgumentException">There is no such value.</exception>
    public static void WriteEnumerated(ref BitWriter writer, string? name, int value, int rootCount, bool extensible)
    {
        var inRoot = (uint)value < (uint)rootCount;
        if (value < 0 || (!inRoot && !extensible))
        {
            RefuseEnumerated(ref writer, name, value, rootCount);
        }

        if (extensible)
        {
            writer.WriteBit(!inRoot);
        }

        if (inRoot)
        {
            writer.WriteBits((ulong)value, WidthOf((ulong)(rootCount - 1)));
        }
        else
        {
            WriteNormallySmall(ref writer, value - rootCount);
        }
    }

    /// <summary>Reads which alternative of a CHOICE follows.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="rootCount">Number of root alternatives.</param>
    /// <param name="extensible">Whether there is an extension marker.</param>
    /// <returns>The index in tag order; additions, each an open type, follow the root.</returns>
    /// <exception cref="Asn1ContentException">There is no such root alternative.</exception>
    public static int ReadChoice(ref BitReader reader, int rootCount, bool extensible)
    {
        // X.691 (02/2021) 23.5 to 23.8
        if (extensible && reader.ReadBit())
        {
            return (int)Math.Min(rootCount + (long)ReadNormallySmall(ref reader), int.MaxValue);
        }

        var index = (int)reader.ReadBits(WidthOf((ulong)(rootCount - 1)));
        if (index >= rootCount)
        {
            reader.Throw(string.Create(CultureInfo.InvariantCulture, $"The choice has {rootCount} alternatives; found index {index} (X.691 23.6)."));
        }

        return index;
    }

    /// <summary>Writes which alternative of a CHOICE follows.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="index">The index in tag order; additions follow the root.</param>
    /// <param name="rootCount">Number of root alternatives.</param>
    /// <param name="extensible">Whether there is an extension marker.</param>
    public static void WriteChoice(ref BitWriter writer, int index, int rootCount, bool extensible)
    {
        if (extensible)
        {
            writer.WriteBit(index >= rootCount);
        }

        if (index < rootCount)
        {
            writer.WriteBits((ulong)index, WidthOf((ulong)(rootCount - 1)));
        }
        else
        {
            WriteNormallySmall(ref writer, index - rootCount);
        }
    }

    private static string EnumeratedText(int value, string[] names) =>
        (uint)value < (uint)names.Length ? names[value] : string.Create(CultureInfo.InvariantCulture, $"unknown ({value})");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ViolateEnumerated<TTrace>(
        ref BitReader reader, ref TTrace trace, int start, int value, int rootCount, bool extensible)
        where TTrace : struct, IDecodeTrace
    {
        reader.MarkViolated();
        if (TTrace.IsOn)
        {
            trace.Violate(
                start,
                reader.Position,
                string.Create(CultureInfo.InvariantCulture, $"X.691 14.2: an index below {rootCount}"),
                string.Create(CultureInfo.InvariantCulture, $"index {value}"));
        }

        return extensible ? -1 - value : value;
    }
}
