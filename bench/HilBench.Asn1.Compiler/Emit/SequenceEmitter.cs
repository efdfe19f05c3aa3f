using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>A SEQUENCE becomes a sealed record.</summary>
internal static partial class SequenceEmitter
{
    public static void Emit(CodeWriter code, SequenceType type, Encodings encodings)
    {
        code.Summary($"{type.Name}, SEQUENCE.");
        code.Open($"public sealed partial record {type.CsName} : {RecordEmitter.Interfaces(type.CsName, encodings)}");
        foreach (var member in type.Members)
        {
            EmitProperty(code, member);
        }

        if (type.IsExtensible)
        {
            code.Summary("What a sender of another edition added; null when nothing.");
            code.Line("public A::UnknownAdditions? UnknownAdditions { get; init; }");
            code.Line();
        }

        RecordEmitter.EmitEntryPoints(code, type.CsName, encodings);
        if (encodings.HasFlag(Encodings.Uper))
        {
            EmitCodec(code, type);
        }

        if (encodings.HasFlag(Encodings.Oer))
        {
            OerSequenceEmitter.Emit(code, type);
        }

        if (type.Members.Exists(member => member.Type is ListType))
        {
            var names = type.Members.Select(member => member.CsName).Concat(type.IsExtensible ? ["UnknownAdditions"] : []);
            RecordEmitter.EmitEquality(code, type.CsName, [.. names]);
        }

        code.Close();
    }

    private static void EmitCodec(CodeWriter code, SequenceType type)
    {
        EmitRead(code, type);
        EmitWrite(code, type);
        foreach (var member in type.Members.Where(member => member.Type is OpenType))
        {
            EmitOpenType(code, member);
        }
    }

    internal static string NullableOf(Member member) => CsText.TypeOf(member.Type) + (member.IsNullable ? "?" : string.Empty);

    internal static string Local(Member member) => "v" + member.CsName;

    private static void EmitProperty(CodeWriter code, Member member)
    {
        var isRequired = !member.IsNullable && member.Node.Default is null;
        var suffix = member.IsNullable ? ", OPTIONAL" : member.Node.Default is null ? string.Empty : ", DEFAULT";
        var initializer = !member.IsNullable && member.DefaultExpression is { } expression ? $" = {expression};" : string.Empty;
        code.Summary($"{member.Name}: {CsText.Describe(member.Type)}{suffix}.");
        code.Line($"public {(isRequired ? "required " : string.Empty)}{NullableOf(member)} {member.CsName} {{ get; init; }}{initializer}");
        code.Line();
    }

    private static void EmitRead(CodeWriter code, SequenceType type)
    {
        var runs = RunPart.Of(type);
        if (!HasRuns(runs))
        {
            EmitReadEach(code, type, "public", "Read");
            return;
        }

        code.Line("/// <inheritdoc/>");
        code.Open($"public static S::{type.CsName} Read{RecordEmitter.ReadHead}");
        code.Line("if (TTrace.IsOn) { return ReadEach(ref reader, ref trace, name); }");
        EmitReadRuns(code, type, runs);
        code.Close();
        code.Line();
        EmitReadEach(code, type, "private", "ReadEach");
    }

    private static void EmitReadEach(CodeWriter code, SequenceType type, string accessibility, string method)
    {
        RecordEmitter.OpenRead(code, type, $"S::{type.CsName}", accessibility, method);
        if (type.IsExtensible)
        {
            code.Line("var extended = reader.ReadBit();");
        }

        var optional = type.Root.Where(member => member.HasPresenceBit).ToArray();
        EmitPresence(code, optional.Length, "present");
        foreach (var member in type.Root)
        {
            var condition = Array.IndexOf(optional, member) is >= 0 and var index ? $"{Bit("present", index, optional.Length)} ? " : string.Empty;
            var otherwise = condition.Length == 0 ? string.Empty : " : " + (member.DefaultExpression ?? "null");
            code.Line($"{NullableOf(member)} {Local(member)} = {condition}{ReadMember(type, member)}{otherwise};");
        }

        EmitReadAdditions(code, type);
        RecordEmitter.CloseRead(code, type);
        EmitConstruction(code, type);
        code.Close();
        code.Line();
    }

    internal static void EmitConstruction(CodeWriter code, SequenceType type)
    {
        var values = type.Members.Select(member => $"{member.CsName} = {Local(member)}")
            .Concat(type.IsExtensible ? ["UnknownAdditions = unknownAdditions"] : []);
        code.Line($"return new S::{type.CsName} {{ {string.Join(", ", values)} }};");
    }

    internal static void EmitAbsentAdditions(CodeWriter code, SequenceType type)
    {
        foreach (var member in type.Members.Where(member => member.IsAddition))
        {
            code.Line($"{NullableOf(member)} {Local(member)} = null;");
        }

        code.Line("A::UnknownAdditions? unknownAdditions = null;");
    }

    private static void EmitReadAdditions(CodeWriter code, SequenceType type)
    {
        if (!type.IsExtensible)
        {
            return;
        }

        EmitAbsentAdditions(code, type);
        code.Open("if (extended)");
        code.Line("var additions = A::Uper.ReadAdditionMap(ref reader);");
        var known = type.Additions;
        for (var i = 0; i < known.Count; i++)
        {
            code.Open($"if (additions.Has(in reader, {CsText.Number(i)}))");
            code.Line("var scope = reader.BeginOpenType();");
            if (known[i][0].Node.Group < 0)
            {
                code.Line($"{Local(known[i][0])} = {ReadMember(type, known[i][0])};");
            }
            else
            {
                EmitReadGroup(code, type, known[i]);
            }

            code.Line($"A::Uper.EndOpenType(ref reader, ref trace, in scope, {CsText.Literal(known[i][0].Name)});");
            code.Close();
        }

        code.Line($"unknownAdditions = A::Uper.ReadUnknownAdditions(ref reader, in additions, {CsText.Number(known.Count)});");
        code.Close();
    }

    // X.691 19.9: the members of a group are encoded as a SEQUENCE of their own.
    private static void EmitReadGroup(CodeWriter code, SequenceType type, IReadOnlyList<Member> group)
    {
        var optional = group.Where(member => member.HasPresenceBit).ToArray();
        EmitPresence(code, optional.Length, "grouped");
        foreach (var member in group)
        {
            var condition = Array.IndexOf(optional, member) is >= 0 and var index ? $"if ({Bit("grouped", index, optional.Length)}) " : string.Empty;
            code.Line($"{condition}{Local(member)} = {ReadMember(type, member)};");
        }
    }

    internal static void EmitPresence(CodeWriter code, int count, string name)
    {
        for (var first = 0; first < count; first += 64)
        {
            code.Line($"var {name}{CsText.Number(first / 64)} = reader.ReadBits({CsText.Number(Math.Min(64, count - first))});");
        }
    }

    internal static string Bit(string name, int index, int count)
    {
        var block = index / 64;
        var width = Math.Min(64, count - (block * 64));
        return $"({name}{CsText.Number(block)} & 0x{1UL << (width - 1 - (index % 64)):X}UL) != 0";
    }

    private static string ReadMember(SequenceType type, Member member) => member.Type is OpenType open
        ? $"Read{member.CsName}(ref reader, ref trace, {Local(type.Members.Find(candidate => candidate.Name == open.Key)!)})"
        : Expressions.Read(member.Type, CsText.Literal(member.Name));
}
