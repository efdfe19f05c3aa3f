using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>A SEQUENCE OF is an immutable array; its codec is a class of its own.</summary>
internal static class ListEmitter
{
    public static void Emit(CodeWriter code, ListType type, Encodings encodings, MinimumBits minimumBits, OerMinimumBits oerMinimumBits)
    {
        code.Summary($"{CsText.Describe(type)}.");
        code.Open($"internal static class {type.CsName}Codec");
        if (encodings.HasFlag(Encodings.Uper))
        {
            EmitRead(code, type, CsText.Number(minimumBits.Of(type.Element)));
            EmitWrite(code, type, CsText.TypeOf(type));
        }

        if (encodings.HasFlag(Encodings.Oer))
        {
            OerListEmitter.Emit(code, type, CsText.Number(oerMinimumBits.Of(type.Element)));
        }

        code.Close();
    }

    private static void EmitRead(CodeWriter code, ListType type, string bits)
    {
        var item = CsText.TypeOf(type.Element);
        RecordEmitter.OpenRead(code, type, CsText.TypeOf(type), "internal");
        code.Line($"var count = A::Uper.ReadCount(ref reader, ref trace, {Expressions.Size(type.Size)}, {bits}, out var more);");
        if (type.Size.IsConstrained)
        {
            code.Line($"var items = new {item}[count];");
            code.Open("for (var i = 0; i < items.Length; i++)");
            code.Line("trace.Item(i);");
            code.Line($"items[i] = {Expressions.Read(type.Element, "null")};");
            code.Close();
        }
        else
        {
            EmitFragments(code, type, item, bits);
        }

        RecordEmitter.CloseRead(code, type);
        code.Line(type.Size.IsConstrained
            ? "return Y::Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);"
            : "return I::ImmutableArray.CreateRange(items);");
        code.Close();
        code.Line();
    }

    private static void EmitFragments(CodeWriter code, ListType type, string item, string bits)
    {
        code.Line($"var items = new Y::Collections.Generic.List<{item}>(count);");
        code.Open("while (true)");
        code.Open("for (var i = 0; i < count; i++)");
        code.Line("trace.Item(items.Count);");
        code.Line($"items.Add({Expressions.Read(type.Element, "null")});");
        code.Close();
        code.Line("if (!more) { break; }");
        code.Line($"count = A::Uper.ReadFragmentCount(ref reader, {bits}, out more);");
        code.Close();
    }

    private static void EmitWrite(CodeWriter code, ListType type, string array)
    {
        RecordEmitter.OpenWrite(code, type, $"internal static void Write(ref A::BitWriter writer, {array} value, string? name)");
        code.Line("if (value.IsDefault) { writer.Fail(null, \"not set\", \"a list\"); }");
        code.Line($"var fragment = A::Uper.WriteCount(ref writer, null, value.Length, {Expressions.Size(type.Size)});");
        code.Line("var done = 0;");
        code.Open("while (true)");
        code.Open("for (var behind = done + fragment; done < behind; done++)");
        code.Line("writer.Item(done);");
        code.Line(Expressions.Write(type.Element, "null", "value[done]"));
        code.Close();
        code.Line($"if (!A::Uper.IsFragment(fragment, value.Length, {CsText.Number(type.Size.Lower)}, {CsText.Number(type.Size.Upper)})) {{ break; }}");
        code.Line("fragment = A::Uper.WriteFragmentCount(ref writer, value.Length - done);");
        code.Close();
        RecordEmitter.CloseWrite(code, type);
    }
}
