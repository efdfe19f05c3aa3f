using System.Collections.Immutable;
using HilBench.Runs;

namespace HilBench.Reports.Html;

/// <summary>An offending message as the page shows it: the field lines around the offence, all field lines, and octets with the offending ones marked.</summary>
internal sealed record MessageView(ImmutableArray<FieldView> Near, ImmutableArray<FieldView> All, ImmutableArray<OctetRow> Octets, int HiddenOctets, ImmutableArray<BitRow> Bits, int HiddenBits)
{
    private const int WholeTree = 24;
    private const int Around = 4;
    private const int OctetsInRow = 16;
    private const int MostOctets = 512;

    private const int MostBitOctets = 8;

    public static MessageView Of(MessageExcerpt excerpt, string? field)
    {
        var offending = field is null ? -1 : IndexOf(excerpt.Fields, field);
        ImmutableArray<FieldView> all = [.. excerpt.Fields.Select((line, index) => new FieldView(line, index == offending))];
        var near = all.Length <= WholeTree ? all : Neighbourhood(all, offending);
        var offence = offending >= 0 ? excerpt.Fields[offending] : null;
        var octets = excerpt.Hex.Length / 2;
        return new(near, all, [.. Rows(excerpt.Hex, Math.Min(octets, MostOctets), offence)], Math.Max(0, octets - MostOctets), [.. BitRows(excerpt.Hex, offence)], BeyondBitRows(offence));
    }

    /// <summary>The field itself, or the deepest field present that should have held it.</summary>
    private static int IndexOf(ImmutableArray<FieldLine> lines, string field)
    {
        var best = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var path = lines[i].Path;
            if (path.Length > 0 && Holds(path, field) && (best < 0 || path.Length > lines[best].Path.Length))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool Holds(string path, string field) =>
        field.StartsWith(path, StringComparison.Ordinal) && (field.Length == path.Length || field[path.Length] is '.' or '[');

    private static ImmutableArray<FieldView> Neighbourhood(ImmutableArray<FieldView> all, int offending)
    {
        if (offending < 0)
        {
            return all[..WholeTree];
        }

        var ancestors = new HashSet<int>();
        var depth = all[offending].Line.Depth;
        for (var i = offending - 1; i >= 0 && depth > 0; i--)
        {
            if (all[i].Line.Depth < depth)
            {
                ancestors.Add(i);
                depth = all[i].Line.Depth;
            }
        }

        return [.. all.Where((_, index) => Math.Abs(index - offending) <= Around || ancestors.Contains(index))];
    }

    private static IEnumerable<OctetRow> Rows(string hex, int octets, FieldLine? offence)
    {
        var first = offence is null ? -1 : offence.BitOffset / 8;
        var last = offence is null ? -2 : (offence.BitOffset + Math.Max(offence.BitLength, 1) - 1) / 8;
        for (var start = 0; start < octets; start += OctetsInRow)
        {
            var count = Math.Min(OctetsInRow, octets - start);
            var from = Math.Clamp(first - start, 0, count);
            var to = Math.Clamp(last + 1 - start, from, count);
            yield return new OctetRow(start, Spaced(hex, start, from), Spaced(hex, start + from, to - from), Spaced(hex, start + to, count - to));
        }
    }

    /// <summary>The first octets that hold the offending field, bit by bit; none for a field without bits.</summary>
    private static IEnumerable<BitRow> BitRows(string hex, FieldLine? offence)
    {
        if (offence is not { BitLength: > 0 })
        {
            yield break;
        }

        var end = offence.BitOffset + offence.BitLength;
        var last = Math.Min((end - 1) / 8, (offence.BitOffset / 8) + MostBitOctets - 1);
        for (var octet = offence.BitOffset / 8; octet <= last && (2 * octet) + 2 <= hex.Length; octet++)
        {
            var text = hex.Substring(2 * octet, 2);
            var bits = Convert.ToString(Convert.ToByte(text, 16), 2).PadLeft(8, '0');
            var from = Math.Clamp(offence.BitOffset - (8 * octet), 0, 8);
            var to = Math.Clamp(end - (8 * octet), from, 8);
            yield return new BitRow(octet, text, bits[..from], bits[from..to], bits[to..]);
        }
    }

    private static int BeyondBitRows(FieldLine? offence) =>
        offence is { BitLength: > 0 } ? Math.Max(0, ((offence.BitOffset + offence.BitLength - 1) / 8) - (offence.BitOffset / 8) + 1 - MostBitOctets) : 0;

    private static string Spaced(string hex, int start, int count) =>
        string.Join(' ', Enumerable.Range(start, count).Select(octet => hex.Substring(2 * octet, 2)));
}
