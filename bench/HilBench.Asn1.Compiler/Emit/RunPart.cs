using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>A piece of a SEQUENCE's encoding: the extension bit, presence bits, or a member.</summary>
/// <param name="Member">The member; null for bits of the preamble.</param>
/// <param name="Width">Bits; 0 for a member that is read on its own.</param>
/// <param name="Presence">Number of the block of presence bits; -1 when it is none.</param>
internal sealed record RunPart(Member? Member, int Width, int Presence)
{
    public bool IsExtensionBit => Member is null && Presence < 0;

    /// <summary>The pieces of a SEQUENCE's root, neighbours of known width together.</summary>
    public static IReadOnlyList<IReadOnlyList<RunPart>> Of(SequenceType type)
    {
        var runs = new List<List<RunPart>>();
        var free = 0;
        foreach (var part in Split(type))
        {
            if (part.Width == 0 || part.Width > free)
            {
                runs.Add([]);
                free = FixedLayout.LargestRun;
            }

            runs[runs.Count - 1].Add(part);
            free = part.Width == 0 ? 0 : free - part.Width;
        }

        return runs;
    }

    private static IEnumerable<RunPart> Split(SequenceType type)
    {
        if (type.IsExtensible)
        {
            yield return new RunPart(Member: null, 1, -1);
        }

        var optional = type.Root.Count(member => member.HasPresenceBit);
        for (var first = 0; first < optional; first += FixedLayout.LargestRun)
        {
            yield return new RunPart(Member: null, Math.Min(FixedLayout.LargestRun, optional - first), first / FixedLayout.LargestRun);
        }

        foreach (var member in type.Root)
        {
            yield return new RunPart(member, member.HasPresenceBit ? 0 : FixedLayout.WidthOf(member.Type) ?? 0, -1);
        }
    }
}
