using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>A CHOICE becomes an abstract record with a nested sealed record for each alternative.</summary>
internal static class ChoiceEmitter
{
    public static void Emit(CodeWriter code, ChoiceType type, Encodings encodings)
    {
        code.Summary($"{type.Name}, CHOICE.");
        code.Open($"public abstract partial record {type.CsName} : {RecordEmitter.Interfaces(type.CsName, encodings)}");
        code.Line($"private protected {type.CsName}() {{ }}");
        code.Line();
        RecordEmitter.EmitEntryPoints(code, type.CsName, encodings);
        if (encodings.HasFlag(Encodings.Uper))
        {
            EmitRead(code, type);
            EmitWrite(code, type);
        }

        if (encodings.HasFlag(Encodings.Oer))
        {
            OerChoiceEmitter.Emit(code, type);
        }

        foreach (var alternative in type.Alternatives)
        {
            EmitAlternative(code, type, alternative);
        }

        if (type.IsExtensible)
        {
            code.Line("/// <summary>An alternative of another edition.</summary>");
            code.Line("/// <param name=\"Index\">Its index, the root first, then the additions; where a codec of COER read it, its tag, which with AUTOMATIC TAGS is the same.</param>");
            code.Line("/// <param name=\"Bytes\">The contents of its open type.</param>");
            code.Line($"public sealed record UnknownAlternative(int Index, A::OctetString Bytes) : S::{type.CsName};");
        }

        code.Close();
    }

    private static void EmitAlternative(CodeWriter code, ChoiceType type, Member alternative)
    {
        var head = $"public sealed partial record {alternative.CsName}({CsText.TypeOf(alternative.Type)} Value) : S::{type.CsName}";
        code.Summary($"{alternative.Name}: {CsText.Describe(alternative.Type)}.");
        if (alternative.Type is not ListType)
        {
            code.Line(head + ";");
            code.Line();
            return;
        }

        code.Open(head);
        RecordEmitter.EmitEquality(code, alternative.CsName, ["Value"]);
        code.Close();
        code.Line();
    }

    private static void EmitRead(CodeWriter code, ChoiceType type)
    {
        RecordEmitter.OpenRead(code, type, $"S::{type.CsName}");
        code.Line($"var index = A::Uper.ReadChoice(ref reader, {Root(type)});");
        code.Line($"S::{type.CsName} value;");
        code.Open("switch (index)");
        for (var i = 0; i < type.Alternatives.Count; i++)
        {
            var alternative = type.Alternatives[i];
            var isLast = i == type.Alternatives.Count - 1 && !type.IsExtensible;
            var construction = $"value = new {alternative.CsName}({Expressions.Read(alternative.Type, CsText.Literal(alternative.Name))});";
            if (alternative.IsAddition)
            {
                construction = $"{{ var scope = reader.BeginOpenType(); {construction} A::Uper.EndOpenType(ref reader, ref trace, in scope, {CsText.Literal(alternative.Name)}); }}";
            }

            code.Line($"{(isLast ? "default" : "case " + CsText.Number(i))}: {construction} break;");
        }

        if (type.IsExtensible)
        {
            code.Line("default: value = new UnknownAlternative(index, A::Uper.ReadUnknownAlternative(ref reader, ref trace, index)); break;");
        }

        code.Close();
        RecordEmitter.CloseRead(code, type);
        code.Line("return value;");
        code.Close();
        code.Line();
    }

    private static void EmitWrite(CodeWriter code, ChoiceType type)
    {
        RecordEmitter.OpenWrite(code, type);
        code.Open("switch (this)");
        for (var i = 0; i < type.Alternatives.Count; i++)
        {
            var alternative = type.Alternatives[i];
            var statement = Expressions.Write(alternative.Type, CsText.Literal(alternative.Name), "alternative.Value");
            if (alternative.IsAddition)
            {
                statement = $"{{ var open = writer.BeginOpenType(); {statement} writer.EndOpenType(open); }}";
            }

            code.Line($"case {alternative.CsName} alternative: A::Uper.WriteChoice(ref writer, {CsText.Number(i)}, {Root(type)}); {statement} break;");
        }

        if (type.IsExtensible)
        {
            var known = CsText.Number(type.Alternatives.Count);
            code.Open("case UnknownAlternative unknown:");
            code.Line($"if (unknown.Index < {known}) {{ writer.Fail(null, \"an unknown alternative of a known index\", \"an index from {known}\"); }}");
            code.Line($"A::Uper.WriteChoice(ref writer, unknown.Index, {Root(type)});");
            code.Line("A::Uper.WriteOpenOctets(ref writer, unknown.Bytes);");
            code.Line("break;");
            code.Close();
        }

        code.Close();
        RecordEmitter.CloseWrite(code, type);
    }

    private static string Root(ChoiceType type) => $"{CsText.Number(type.RootCount)}, {CsText.Bool(type.IsExtensible)}";
}
