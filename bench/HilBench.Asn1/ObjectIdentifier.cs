using System.Globalization;
using System.Runtime.InteropServices;

namespace HilBench.Asn1;

/// <summary>An OBJECT IDENTIFIER or a RELATIVE-OID.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ObjectIdentifier
{
    /// <summary>Keeps contents octets.</summary>
    /// <param name="contents">The contents octets of BER.</param>
    /// <param name="isRelative">Whether it is a RELATIVE-OID.</param>
    public ObjectIdentifier(OctetString contents, bool isRelative)
    {
        Contents = contents;
        IsRelative = isRelative;
    }

    /// <summary>The contents octets of BER (X.690 8.19 and 8.20).</summary>
    public OctetString Contents { get; }

    /// <summary>Whether it is a RELATIVE-OID.</summary>
    public bool IsRelative { get; }

    /// <summary>Whether the octets are complete arcs in the fewest octets, each below 2^63.</summary>
    public bool IsWellFormed => TryArcs(out _);

    /// <summary>Reads an OBJECT IDENTIFIER.</summary>
    /// <param name="dotted">Arcs with dots: <c>1.3.6.1</c>.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="FormatException">Not two or more arcs that X.660 allows.</exception>
    public static ObjectIdentifier Parse(string dotted)
    {
        var arcs = Arcs(dotted);
        if (arcs.Length < 2 || arcs[0] > 2 || (arcs[0] < 2 && arcs[1] > 39) || arcs[1] > long.MaxValue - 80)
        {
            throw new FormatException($"An OBJECT IDENTIFIER begins with 0, 1 or 2 and a second arc, below 40 after 0 and 1; found \"{dotted}\".");
        }

        return Encode([(arcs[0] * 40) + arcs[1], .. arcs[2..]], isRelative: false);
    }

    /// <summary>Reads a RELATIVE-OID.</summary>
    /// <param name="dotted">Arcs with dots.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="FormatException">Not arcs with dots.</exception>
    public static ObjectIdentifier ParseRelative(string dotted) => Encode(Arcs(dotted), isRelative: true);

    /// <summary>Arcs with dots; the octets as hexadecimal digits when they are not well formed.</summary>
    public override string ToString()
    {
        if (!TryArcs(out var arcs))
        {
            return Contents.ToString();
        }

        if (!IsRelative)
        {
            var first = Math.Min(arcs[0] / 40, 2);
            arcs.Insert(0, first);
            arcs[1] -= first * 40;
        }

        return string.Join('.', arcs.Select(arc => arc.ToString(CultureInfo.InvariantCulture)));
    }

    private static long[] Arcs(string dotted)
    {
        ArgumentNullException.ThrowIfNull(dotted);
        var texts = dotted.Split('.');
        var arcs = new long[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!long.TryParse(texts[i], NumberStyles.None, CultureInfo.InvariantCulture, out arcs[i]))
            {
                throw new FormatException($"Arcs are numbers below 2^63 with dots between them; found \"{dotted}\".");
            }
        }

        return arcs;
    }

    private static ObjectIdentifier Encode(long[] arcs, bool isRelative)
    {
        var octets = new List<byte>();
        foreach (var arc in arcs)
        {
            for (var shift = 56; shift > 0; shift -= 7)
            {
                if (arc >> shift != 0)
                {
                    octets.Add((byte)(0x80 | ((arc >> shift) & 0x7F)));
                }
            }

            octets.Add((byte)(arc & 0x7F));
        }

        return new ObjectIdentifier(OctetString.Own([.. octets]), isRelative);
    }

    private bool TryArcs(out List<long> arcs)
    {
        arcs = [];
        long arc = 0;
        var begun = false;
        foreach (var octet in Contents.Span)
        {
            if ((!begun && octet == 0x80) || arc > long.MaxValue >> 7)
            {
                return false;
            }

            arc = (arc << 7) | (uint)(octet & 0x7F);
            begun = (octet & 0x80) != 0;
            if (!begun)
            {
                arcs.Add(arc);
                arc = 0;
            }
        }

        return !begun && arcs.Count > 0;
    }
}
