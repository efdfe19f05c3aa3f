using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>A type that is no record gets one where an open type holds it.</summary>
internal static class WrapperEmitter
{
    public static void Emit(CodeWriter code, WrapperType type, Encodings encodings)
    {
        code.Summary($"{type.Name} as the contents of an open type.");
        code.Line("/// <param name=\"Value\">The value.</param>");
        code.Open($"public sealed partial record {type.CsName}({CsText.TypeOf(type.Inner)} Value) : {RecordEmitter.Interfaces(type.CsName, encodings)}");
        RecordEmitter.EmitEntryPoints(code, type.CsName, encodings);
        if (encodings.HasFlag(Encodings.Uper))
        {
            EmitCodec(code, type, string.Empty, Expressions.Read(type.Inner, "name"), Expressions.Write(type.Inner, "name", "Value"));
        }

        if (encodings.HasFlag(Encodings.Oer))
        {
            EmitCodec(code, type, "Oer", OerExpressions.Read(type.Inner, "name"), OerExpressions.Write(type.Inner, "name", "Value"));
        }

        if (type.Inner is ListType)
        {
            RecordEmitter.EmitEquality(code, type.CsName, ["Value"]);
        }

        code.Close();
    }

    private static void EmitCodec(CodeWriter code, WrapperType type, string suffix, string read, string write)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"public static S::{type.CsName} Read{suffix}<TTrace>(ref A::BitReader reader, ref TTrace trace, string? name) where TTrace : struct, A::IDecodeTrace => new({read});");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public void Write{suffix}(ref A::BitWriter writer, string? name) {{ {write} }}");
        code.Line();
    }
}
