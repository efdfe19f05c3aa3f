using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>The codec of a SEQUENCE for OER (X.696 16).</summary>
internal static partial class OerSequenceEmitter
{
    public static void Emit(CodeWriter code, SequenceType type)
    {
        EmitRead(code, type);
        EmitWrite(code, type);
        foreach (var member in type.Members.Where(member => member.Type is OpenType))
        {
            EmitReadOpenType(code, member);
            EmitWriteOpenType(code, member);
        }
    }

    private static void EmitRead(CodeWriter code, SequenceType type)
    {
        RecordEmitter.OpenRead(code, type, $"S::{type.CsName}", method: "ReadOer");
        if (type.IsExtensible)
        {
            code.Line("var extended = reader.ReadBit();");
        }

        var optional = type.Root.Where(member => member.HasPresenceBit).ToArray();
        EmitReadPreamble(code, optional.Length, type.IsExtensible, "present");
        foreach (var member in type.Root)
        {
            var condition = Array.IndexOf(optional, member) is >= 0 and var index ? $"{SequenceEmitter.Bit("present", index, optional.Length)} ? " : string.Empty;
            var otherwise = condition.Length == 0 ? string.Empty : " : " + (member.DefaultExpression ?? "null");
            code.Line($"{SequenceEmitter.NullableOf(member)} {SequenceEmitter.Local(member)} = {condition}{ReadMember(type, member)}{otherwise};");
        }

        if (type.IsExtensible)
        {
            EmitReadAdditions(code, type);
        }

        RecordEmitter.CloseRead(code, type);
        SequenceEmitter.EmitConstruction(code, type);
        code.Close();
        code.Line();
    }

    private static void EmitReadAdditions(CodeWriter code, SequenceType type)
    {
        SequenceEmitter.EmitAbsentAdditions(code, type);
        code.Open("if (extended)");
        code.Line("var additions = A::Oer.ReadAdditionMap(ref reader, ref trace);");
        var known = type.Additions;
        for (var i = 0; i < known.Count; i++)
        {
            code.Open($"if (additions.Has(in reader, {CsText.Number(i)}))");
            code.Line("var scope = A::Oer.BeginOpenType(ref reader, ref trace);");
            if (known[i][0].Node.Group < 0)
            {
                code.Line($"{SequenceEmitter.Local(known[i][0])} = {ReadMember(type, known[i][0])};");
            }
            else
            {
                EmitReadGroup(code, type, known[i]);
            }

            code.Line($"A::Oer.EndOpenType(ref reader, ref trace, in scope, {CsText.Literal(known[i][0].Name)});");
            code.Close();
        }

        code.Line($"unknownAdditions = A::Oer.ReadUnknownAdditions(ref reader, ref trace, in additions, {CsText.Number(known.Count)});");
        code.Close();
    }

    // X.696 16.5: the members of a group are encoded as a SEQUENCE of their own.
    private static void EmitReadGroup(CodeWriter code, SequenceType type, IReadOnlyList<Member> group)
    {
        var optional = group.Where(member => member.HasPresenceBit).ToArray();
        EmitReadPreamble(code, optional.Length, isExtensible: false, "grouped");
        foreach (var member in group)
        {
            var condition = Array.IndexOf(optional, member) is >= 0 and var index ? $"if ({SequenceEmitter.Bit("grouped", index, optional.Length)}) " : string.Empty;
            code.Line($"{condition}{SequenceEmitter.Local(member)} = {ReadMember(type, member)};");
        }
    }

    // X.696 16.2: extension bit and presence bits, then zero bits to the next octet.
    private static void EmitReadPreamble(CodeWriter code, int count, bool isExtensible, string name)
    {
        SequenceEmitter.EmitPresence(code, count, name);
        if (PaddingOf(count, isExtensible) is > 0 and var padding)
        {
            code.Line($"A::Oer.EndPreamble(ref reader, ref trace, {CsText.Number(padding)});");
        }
    }

    private static int PaddingOf(int count, bool isExtensible) => -(count + (isExtensible ? 1 : 0)) & 7;

    private static void EmitReadOpenType(CodeWriter code, Member member)
    {
        var open = (OpenType)member.Type;
        var name = CsText.Literal(member.Name);
        code.Open($"private static A::IAsn1Type ReadOer{member.CsName}<TTrace>(ref A::BitReader reader, ref TTrace trace, long key) where TTrace : struct, A::IDecodeTrace");
        code.Line("var scope = A::Oer.BeginOpenType(ref reader, ref trace);");
        code.Open("A::IAsn1Type value = key switch");
        foreach (var entry in open.Entries)
        {
            code.Line($"{CsText.Number(entry.Id, "long")} => {OerExpressions.Read(entry.Type, name)},");
        }

        code.Line($"_ => A::Oer.ReadUnknownOpenType(ref reader, ref trace, {name}, {CsText.Bool(open.IsExtensible)}),");
        code.Close("};");
        code.Line($"A::Oer.EndOpenType(ref reader, ref trace, in scope, {name});");
        code.Line("return value;");
        code.Close();
        code.Line();
    }

    private static string ReadMember(SequenceType type, Member member) => member.Type is OpenType open
        ? $"ReadOer{member.CsName}(ref reader, ref trace, {SequenceEmitter.Local(type.Members.Find(candidate => candidate.Name == open.Key)!)})"
        : OerExpressions.Read(member.Type, CsText.Literal(member.Name));
}
