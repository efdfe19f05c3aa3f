using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>An ENUMERATED becomes an enum whose numbers are the indices of PER.</summary>
internal static class EnumeratedEmitter
{
    public static void Emit(CodeWriter code, EnumeratedType type, Encodings encodings)
    {
        var names = CsNames.Distinct(type.Items);
        code.Summary($"{type.Name}, ENUMERATED; the numbers are the indices of PER: the root in value order, then the additions.");
        code.Open($"public enum {type.CsName}");
        for (var i = 0; i < names.Count; i++)
        {
            code.Summary($"{type.Items[i]}.");
            code.Line($"{names[i]} = {CsText.Number(i)},");
        }

        code.Close();
        code.Line();
        code.Open($"internal static class {type.CsName}Codec");
        code.Line($"private static readonly string[] Names = [{string.Join(", ", type.Items.Select(CsText.Literal))}];");
        code.Line();
        if (encodings.HasFlag(Encodings.Uper))
        {
            code.Open($"internal static S::{type.CsName} Read<TTrace>(ref A::BitReader reader, ref TTrace trace, string? name) where TTrace : struct, A::IDecodeTrace");
            code.Line($"if (!TTrace.IsOn) {{ return (S::{type.CsName})A::Uper.ReadIndex(ref reader, {CsText.Number(type.RootCount)}, {CsText.Bool(type.IsExtensible)}); }}");
            code.Line($"return (S::{type.CsName})A::Uper.ReadEnumerated(ref reader, ref trace, name, {CsText.Literal(type.Name)}, Names, {CsText.Number(type.RootCount)}, {CsText.Bool(type.IsExtensible)});");
            code.Close();
        }

        if (encodings.HasFlag(Encodings.Oer))
        {
            EmitOer(code, type);
        }

        code.Close();
    }

    private static void EmitOer(CodeWriter code, EnumeratedType type)
    {
        code.Line();
        code.Line($"internal static readonly int[] Numbers = [{string.Join(", ", type.Numbers.Select(number => CsText.Number(number, "int")))}];");
        code.Line();
        code.Open($"internal static S::{type.CsName} ReadOer<TTrace>(ref A::BitReader reader, ref TTrace trace, string? name) where TTrace : struct, A::IDecodeTrace");
        code.Line($"return (S::{type.CsName})A::Oer.ReadEnumerated(ref reader, ref trace, name, {CsText.Literal(type.Name)}, Names, Numbers, {CsText.Bool(type.IsExtensible)});");
        code.Close();
    }
}
