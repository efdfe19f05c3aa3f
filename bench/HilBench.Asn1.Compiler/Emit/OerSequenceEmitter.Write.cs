using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

internal static partial class OerSequenceEmitter
{
    private static void EmitWrite(CodeWriter code, SequenceType type)
    {
        RecordEmitter.OpenWrite(code, type, RecordEmitter.WriteOerHead);
        if (type.IsExtensible)
        {
            SequenceEmitter.EmitExtended(code, type);
            code.Line("writer.WriteBit(extended);");
        }

        EmitWritePreamble(code, [.. type.Root], type.IsExtensible);
        foreach (var member in type.Root)
        {
            EmitWriteMember(code, type, member);
        }

        if (type.IsExtensible)
        {
            EmitWriteAdditions(code, type);
        }

        RecordEmitter.CloseWrite(code, type);
    }

    private static void EmitWriteAdditions(CodeWriter code, SequenceType type)
    {
        var known = type.Additions;
        code.Open("if (extended)");
        code.Line($"A::Oer.WriteAdditionMap(ref writer, additions, {CsText.Number(known.Count)}, UnknownAdditions);");
        for (var i = 0; i < known.Count; i++)
        {
            code.Open($"if ((additions & 0x{1UL << i:X}UL) != 0)");
            code.Line("var open = writer.BeginOpenType();");
            if (known[i][0].Node.Group >= 0)
            {
                EmitWritePreamble(code, known[i], isExtensible: false);
            }

            foreach (var member in known[i])
            {
                EmitWriteMember(code, type, member);
                SequenceEmitter.EmitGroupCheck(code, known[i], member);
            }

            code.Line("A::Oer.EndOpenType(ref writer, open);");
            code.Close();
        }

        code.Line("A::Oer.WriteUnknownAdditions(ref writer, UnknownAdditions);");
        code.Close();
    }

    private static void EmitWritePreamble(CodeWriter code, IReadOnlyList<Member> members, bool isExtensible)
    {
        SequenceEmitter.EmitWritePresence(code, members);
        if (PaddingOf(members.Count(member => member.HasPresenceBit), isExtensible) is > 0 and var padding)
        {
            code.Line($"writer.WriteBits(0, {CsText.Number(padding)});");
        }
    }

    private static void EmitWriteMember(CodeWriter code, SequenceType type, Member member)
    {
        var (condition, value) = SequenceEmitter.ConditionOf(member);
        if (member.Type is OpenType open)
        {
            var key = type.Members.Find(candidate => candidate.Name == open.Key)!.CsName;
            code.Line($"{condition}{{ WriteOer{member.CsName}(ref writer, {key}, {value}); }}");
        }
        else
        {
            var statement = OerExpressions.Write(member.Type, CsText.Literal(member.Name), value);
            code.Line(condition.Length == 0 ? statement : $"{condition}{{ {statement} }}");
        }
    }

    private static void EmitWriteOpenType(CodeWriter code, Member member)
    {
        var name = CsText.Literal(member.Name);
        code.Open($"private static void WriteOer{member.CsName}(ref A::BitWriter writer, long key, A::IAsn1Type value)");
        SequenceEmitter.EmitTypeCheck(code, (OpenType)member.Type, name);
        code.Line("var open = writer.BeginOpenType();");
        code.Line($"((A::IOerType)value).WriteOer(ref writer, {name});");
        code.Line("A::Oer.EndOpenType(ref writer, open);");
        code.Close();
        code.Line();
    }
}
