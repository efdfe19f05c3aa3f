using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>The codec of a SEQUENCE OF for OER.</summary>
internal static class OerListEmitter
{
    /// <summary>Emits into the class of the codec.</summary>
    /// <param name="code">Where to emit.</param>
    /// <param name="type">The list.</param>
    /// <param name="bits">C# expression of the fewest bits an item takes.</param>
    public static void Emit(CodeWriter code, ListType type, string bits)
    {
        var array = CsText.TypeOf(type);
        RecordEmitter.OpenRead(code, type, array, "internal", "ReadOer");
        code.Line($"var items = new {CsText.TypeOf(type.Element)}[A::Oer.ReadQuantity(ref reader, ref trace, {Expressions.Size(type.Size)}, {bits})];");
        code.Open("for (var i = 0; i < items.Length; i++)");
        code.Line("trace.Item(i);");
        code.Line($"items[i] = {OerExpressions.Read(type.Element, "null")};");
        code.Close();
        RecordEmitter.CloseRead(code, type);
        code.Line("return Y::Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);");
        code.Close();
        code.Line();
        RecordEmitter.OpenWrite(code, type, $"internal static void WriteOer(ref A::BitWriter writer, {array} value, string? name)");
        code.Line("if (value.IsDefault) { writer.Fail(null, \"not set\", \"a list\"); }");
        code.Line($"A::Oer.WriteQuantity(ref writer, null, value.Length, {Expressions.Size(type.Size)});");
        code.Open("for (var i = 0; i < value.Length; i++)");
        code.Line("writer.Item(i);");
        code.Line(OerExpressions.Write(type.Element, "null", "value[i]"));
        code.Close();
        RecordEmitter.CloseWrite(code, type);
    }
}
