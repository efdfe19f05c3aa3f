using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>The codec of a SEQUENCE that reads and writes neighbours of known width as one number, where nobody listens.</summary>
internal static partial class SequenceEmitter
{
    private static bool HasRuns(IReadOnlyList<IReadOnlyList<RunPart>> runs) => runs.Any(run => run.Count > 1 || run[0].Member?.Type is SequenceType && run[0].Width > 0);

    private static void EmitReadRuns(CodeWriter code, SequenceType type, IReadOnlyList<IReadOnlyList<RunPart>> runs)
    {
        var optional = type.Root.Where(member => member.HasPresenceBit).ToArray();
        if (type.IsRecursive)
        {
            code.Line("reader.EnterRecursion();");
        }

        for (var i = 0; i < runs.Count; i++)
        {
            if (runs[i][0].Width == 0)
            {
                EmitReadAlone(code, type, runs[i][0].Member!, optional);
            }
            else
            {
                EmitReadRun(code, runs[i], "run" + CsText.Number(i));
            }
        }

        EmitReadAdditions(code, type);
        if (type.IsRecursive)
        {
            code.Line("reader.LeaveRecursion();");
        }

        EmitConstruction(code, type);
    }

    private static void EmitReadAlone(CodeWriter code, SequenceType type, Member member, Member[] optional)
    {
        var read = member.Type is OpenType ? ReadMember(type, member) : Expressions.Read(member.Type, "null");
        var condition = Array.IndexOf(optional, member) is >= 0 and var index ? $"{Bit("present", index, optional.Length)} ? " : string.Empty;
        var otherwise = condition.Length == 0 ? string.Empty : " : " + (member.DefaultExpression ?? "null");
        code.Line($"{NullableOf(member)} {Local(member)} = {condition}{read}{otherwise};");
    }

    private static void EmitReadRun(CodeWriter code, IReadOnlyList<RunPart> run, string name)
    {
        var behind = run.Sum(part => part.Width);
        code.Line($"var {name} = reader.ReadBits({CsText.Number(behind)});");
        foreach (var part in run)
        {
            behind -= part.Width;
            code.Line(
                part.Member is { } member ? $"{NullableOf(member)} {Local(member)} = {FixedLayout.Read(member.Type, name, behind)};"
                : part.IsExtensionBit ? $"var extended = ({name} & 0x{1UL << behind:X}UL) != 0;"
                : $"var present{CsText.Number(part.Presence)} = {FixedLayout.Bits(name, behind, part.Width)};");
        }
    }

    private static void EmitWriteRun(CodeWriter code, SequenceType type, IReadOnlyList<RunPart> run)
    {
        var width = run.Sum(part => part.Width);
        var behind = width;
        var numbers = new List<string>();
        foreach (var part in run)
        {
            behind -= part.Width;
            var number = part.Member is { } member ? FixedLayout.Write(member.Type, member.Name, member.CsName)
                : part.IsExtensionBit ? "(extended ? 1UL : 0)"
                : $"({string.Join(" | ", PresenceBits(type, part.Presence))})";
            numbers.Add(behind == 0 ? number : $"{number} << {CsText.Number(behind)}");
        }

        code.Line($"writer.WriteBits({string.Join(" | ", numbers)}, {CsText.Number(width)});");
    }

    private static IEnumerable<string> PresenceBits(SequenceType type, int block)
    {
        var optional = type.Root.Where(member => member.HasPresenceBit).Skip(block * FixedLayout.LargestRun).Take(FixedLayout.LargestRun).ToArray();
        return optional.Select((member, i) => $"({PresenceOf(member)} ? 0x{1UL << (optional.Length - 1 - i):X}UL : 0)");
    }
}
