using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

internal static partial class SequenceEmitter
{
    private static void EmitWrite(CodeWriter code, SequenceType type)
    {
        RecordEmitter.OpenWrite(code, type);
        if (type.IsExtensible)
        {
            EmitExtended(code, type);
        }

        foreach (var run in RunPart.Of(type))
        {
            if (run[0].Width > 0)
            {
                EmitWriteRun(code, type, run);
            }
            else
            {
                EmitWriteMember(code, type, run[0].Member!);
            }
        }

        if (type.IsExtensible)
        {
            EmitWriteAdditions(code, type, type.Additions);
        }

        RecordEmitter.CloseWrite(code, type);
    }

    internal static void EmitExtended(CodeWriter code, SequenceType type)
    {
        var known = type.Additions;
        code.Line("var additions = 0UL;");
        for (var i = 0; i < known.Count; i++)
        {
            var present = string.Join(" || ", known[i].Select(PresenceOf));
            code.Line($"if ({present}) {{ additions |= 0x{1UL << i:X}UL; }}");
        }

        code.Line("var extended = additions != 0 || UnknownAdditions is not null;");
    }

    private static void EmitWriteAdditions(CodeWriter code, SequenceType type, IReadOnlyList<IReadOnlyList<Member>> known)
    {
        code.Open("if (extended)");
        code.Line($"A::Uper.WriteAdditionMap(ref writer, additions, {CsText.Number(known.Count)}, UnknownAdditions);");
        for (var i = 0; i < known.Count; i++)
        {
            code.Open($"if ((additions & 0x{1UL << i:X}UL) != 0)");
            code.Line("var open = writer.BeginOpenType();");
            if (known[i][0].Node.Group >= 0)
            {
                EmitWritePresence(code, known[i]);
            }

            foreach (var member in known[i])
            {
                EmitWriteMember(code, type, member);
                EmitGroupCheck(code, known[i], member);
            }

            code.Line("writer.EndOpenType(open);");
            code.Close();
        }

        code.Line("A::Uper.WriteUnknownAdditions(ref writer, UnknownAdditions);");
        code.Close();
    }

    internal static void EmitWritePresence(CodeWriter code, IEnumerable<Member> members)
    {
        var optional = members.Where(member => member.HasPresenceBit).ToArray();
        for (var first = 0; first < optional.Length; first += 64)
        {
            var block = optional.Skip(first).Take(64).ToArray();
            var bits = block.Select((member, i) => $"({PresenceOf(member)} ? 0x{1UL << (block.Length - 1 - i):X}UL : 0)");
            code.Line($"writer.WriteBits({string.Join(" | ", bits)}, {CsText.Number(block.Length)});");
        }
    }

    // Canonical PER: a value that equals its DEFAULT is not sent.
    internal static string PresenceOf(Member member) =>
        !member.IsNullable ? $"!A::Asn1Equality.Same({member.CsName}, {member.DefaultExpression})"
        : member.DefaultExpression is null ? $"{member.CsName} is not null"
        : $"({member.CsName} is not null && !A::Asn1Equality.Same({member.CsName}, ({NullableOf(member)}){member.DefaultExpression}))";

    /// <summary>The condition under which a member is written, and the expression of its value.</summary>
    internal static (string Condition, string Value) ConditionOf(Member member)
    {
        var value = member.IsNullable ? Local(member) : member.CsName;
        var condition = member.IsNullable && member.DefaultExpression is null ? $"if ({member.CsName} is {{ }} {value}) "
            : member.IsNullable ? $"if ({PresenceOf(member)} && {member.CsName} is {{ }} {value}) "
            : member.HasPresenceBit ? $"if ({PresenceOf(member)}) "
            : string.Empty;
        return (condition, value);
    }

    /// <summary>In a group that is present, a member without a presence bit must be.</summary>
    internal static void EmitGroupCheck(CodeWriter code, IReadOnlyList<Member> group, Member member)
    {
        if (!member.HasPresenceBit && group.Count > 1)
        {
            code.Line($"else {{ writer.Fail({CsText.Literal(member.Name)}, \"absent\", \"a value, because another member of its addition group is present\"); }}");
        }
    }

    private static void EmitWriteMember(CodeWriter code, SequenceType type, Member member)
    {
        var (condition, value) = ConditionOf(member);
        if (member.Type is OpenType open)
        {
            var key = type.Members.Find(candidate => candidate.Name == open.Key)!.CsName;
            code.Line($"{condition}{{ Write{member.CsName}(ref writer, {key}, {value}); }}");
        }
        else
        {
            var statement = Expressions.Write(member.Type, CsText.Literal(member.Name), value);
            code.Line(condition.Length == 0 ? statement : $"{condition}{{ {statement} }}");
        }
    }

    private static void EmitOpenType(CodeWriter code, Member member)
    {
        var open = (OpenType)member.Type;
        var name = CsText.Literal(member.Name);
        code.Open($"private static A::IAsn1Type Read{member.CsName}<TTrace>(ref A::BitReader reader, ref TTrace trace, long key) where TTrace : struct, A::IDecodeTrace");
        code.Line("var scope = reader.BeginOpenType();");
        code.Open("A::IAsn1Type value = key switch");
        foreach (var entry in open.Entries)
        {
            code.Line($"{CsText.Number(entry.Id, "long")} => {Expressions.Read(entry.Type, name)},");
        }

        code.Line($"_ => A::Uper.ReadUnknownOpenType(ref reader, ref trace, {name}, {CsText.Bool(open.IsExtensible)}),");
        code.Close("};");
        code.Line($"A::Uper.EndOpenType(ref reader, ref trace, in scope, {name});");
        code.Line("return value;");
        code.Close();
        code.Line();
        code.Open($"private static void Write{member.CsName}(ref A::BitWriter writer, long key, A::IAsn1Type value)");
        EmitTypeCheck(code, open, name);
        code.Line("var open = writer.BeginOpenType();");
        code.Line($"((A::IUperType)value).Write(ref writer, {name});");
        code.Line("writer.EndOpenType(open);");
        code.Close();
        code.Line();
    }

    internal static void EmitTypeCheck(CodeWriter code, OpenType open, string name)
    {
        code.Open("var isAllowed = value is A::UnknownOpenType || key switch");
        foreach (var entry in open.Entries)
        {
            code.Line($"{CsText.Number(entry.Id, "long")} => value is S::{entry.Type.CsName},");
        }

        code.Line("_ => false,");
        code.Close("};");
        code.Line($"if (!isAllowed) {{ writer.Fail({name}, \"a \" + value?.GetType().Name, {CsText.Literal($"the type that '{open.Key}' selects, or UnknownOpenType; the number is ")} + key.ToString(Y::Globalization.CultureInfo.InvariantCulture)); }}");
    }
}
