using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>An ENUMERATED becomes an enum whose numbers are the indices of PER.</summary>
internal static class EnumeratedEmitter
{
    public static void Emit(CodeWriter code, EnumeratedType type)
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
        code.Open($"internal static S::{type.CsName} Read<TTrace>(ref A::BitReader reader, ref TTrace trace, string? name) where TTrace : struct, A::IDecodeTrace");
        code.Line($"return (S::{type.CsName})A::Uper.ReadEnumerated(ref reader, ref trace, name, {CsText.Literal(type.Name)}, Names, {CsText.Number(type.RootCount)}, {CsText.Bool(type.IsExtensible)});");
        code.Close();
        code.Close();
    }
}
