using System.Globalization;
using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>The codec of a CHOICE for OER: a tag, then the alternative; that of an addition as an open type (X.696 20).</summary>
internal static class OerChoiceEmitter
{
    public static void Emit(CodeWriter code, ChoiceType type)
    {
        EmitRead(code, type);
        EmitWrite(code, type);
    }

    private static void EmitRead(CodeWriter code, ChoiceType type)
    {
        RecordEmitter.OpenRead(code, type, $"S::{type.CsName}", method: "ReadOer");
        code.Line("var tag = A::Oer.ReadTag(ref reader, ref trace);");
        code.Line($"S::{type.CsName} value;");
        code.Open("switch (tag)");
        foreach (var alternative in type.Alternatives)
        {
            var name = CsText.Literal(alternative.Name);
            var construction = $"value = new {alternative.CsName}({OerExpressions.Read(alternative.Type, name)});";
            if (alternative.IsAddition)
            {
                construction = $"{{ var scope = A::Oer.BeginOpenType(ref reader, ref trace); {construction} A::Oer.EndOpenType(ref reader, ref trace, in scope, {name}); }}";
            }

            code.Line($"case {Tag(alternative)}: {construction} break;");
        }

        code.Line(type.IsExtensible
            ? "default: value = new UnknownAlternative(tag, A::Oer.ReadUnknownAlternative(ref reader, ref trace, tag)); break;"
            : $"default: value = A::Oer.ThrowUnknownTag<S::{type.CsName}>(in reader, tag); break;");
        code.Close();
        RecordEmitter.CloseRead(code, type);
        code.Line("return value;");
        code.Close();
        code.Line();
    }

    private static void EmitWrite(CodeWriter code, ChoiceType type)
    {
        RecordEmitter.OpenWrite(code, type, RecordEmitter.WriteOerHead);
        code.Open("switch (this)");
        foreach (var alternative in type.Alternatives)
        {
            var statement = OerExpressions.Write(alternative.Type, CsText.Literal(alternative.Name), "alternative.Value");
            if (alternative.IsAddition)
            {
                statement = $"{{ var open = writer.BeginOpenType(); {statement} A::Oer.EndOpenType(ref writer, open); }}";
            }

            code.Line($"case {alternative.CsName} alternative: A::Oer.WriteTag(ref writer, {Tag(alternative)}); {statement} break;");
        }

        if (type.IsExtensible)
        {
            var known = string.Join(" or ", type.Alternatives.Select(Tag));
            code.Open("case UnknownAlternative unknown:");
            code.Line($"if (unknown.Index is {known}) {{ writer.Fail(null, \"an unknown alternative with the tag of a known one\", \"another tag\"); }}");
            code.Line("A::Oer.WriteTag(ref writer, unknown.Index);");
            code.Line("A::Oer.WriteOpenOctets(ref writer, unknown.Bytes);");
            code.Line("break;");
            code.Close();
        }

        code.Close();
        RecordEmitter.CloseWrite(code, type);
    }

    private static string Tag(Member alternative) => alternative.Tag!.Value.ToString(CultureInfo.InvariantCulture);
}
