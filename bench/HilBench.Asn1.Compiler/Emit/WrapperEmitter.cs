using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>A type that is no record gets one where an open type holds it.</summary>
internal static class WrapperEmitter
{
    public static void Emit(CodeWriter code, WrapperType type)
    {
        code.Summary($"{type.Name} as the contents of an open type.");
        code.Line("/// <param name=\"Value\">The value.</param>");
        code.Open($"public sealed partial record {type.CsName}({CsText.TypeOf(type.Inner)} Value) : A::IUperType<S::{type.CsName}>");
        RecordEmitter.EmitEntryPoints(code, type.CsName);
        code.Line("/// <inheritdoc/>");
        code.Line($"public static S::{type.CsName} Read<TTrace>(ref A::BitReader reader, ref TTrace trace, string? name) where TTrace : struct, A::IDecodeTrace => new({Expressions.Read(type.Inner, "name")});");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public void Write(ref A::BitWriter writer, string? name) {{ {Expressions.Write(type.Inner, "name", "Value")} }}");
        if (type.Inner is ListType)
        {
            code.Line();
            RecordEmitter.EmitEquality(code, type.CsName, ["Value"]);
        }

        code.Close();
    }
}
