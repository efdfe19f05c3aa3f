using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>What all generated records have.</summary>
internal static class RecordEmitter
{
    private const string ReadHead = "<TTrace>(ref A::BitReader reader, ref TTrace trace, string? name) where TTrace : struct, A::IDecodeTrace";

    public static void EmitEntryPoints(CodeWriter code, string name)
    {
        code.Line("/// <summary>Decodes a complete message.</summary>");
        code.Line($"public static A::Decoded<S::{name}> Decode(Y::ReadOnlySpan<byte> uper) => A::UperDecoding.Decode<S::{name}>(uper);");
        code.Line();
        code.Line("/// <summary>Decodes a complete message and explains every value.</summary>");
        code.Line($"public static A::Decoded<S::{name}> Decode(Y::ReadOnlySpan<byte> uper, A::DecodeTree trace) => A::UperDecoding.Decode<S::{name}>(uper, trace);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public int Encode(Y::Span<byte> destination) => A::UperEncoding.Encode(this, destination);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public byte[] Encode() => A::UperEncoding.Encode(this);");
        code.Line();
    }

    public static void OpenRead(CodeWriter code, DeclaredType type, string csType, string accessibility = "public")
    {
        code.Line("/// <inheritdoc/>");
        code.Open($"{accessibility} static {csType} Read{ReadHead}");
        code.Line($"trace.Begin(name, {CsText.Literal(type.Name)}, in reader);");
        if (type.IsRecursive)
        {
            code.Line("reader.EnterRecursion();");
        }
    }

    public static void CloseRead(CodeWriter code, DeclaredType type)
    {
        if (type.IsRecursive)
        {
            code.Line("reader.LeaveRecursion();");
        }

        code.Line("trace.Close(in reader);");
    }

    public static void OpenWrite(CodeWriter code, DeclaredType type, string head = "public void Write(ref A::BitWriter writer, string? name)")
    {
        code.Line("/// <inheritdoc/>");
        code.Open(head);
        code.Line("writer.Enter(name);");
        if (type.IsRecursive)
        {
            code.Line("writer.EnterRecursion();");
        }
    }

    public static void CloseWrite(CodeWriter code, DeclaredType type)
    {
        if (type.IsRecursive)
        {
            code.Line("writer.LeaveRecursion();");
        }

        code.Line("writer.Leave();");
        code.Close();
        code.Line();
    }

    /// <summary>Lists compare by their items, which the compiler's own equality of records does not do.</summary>
    public static void EmitEquality(CodeWriter code, string name, IReadOnlyList<string> members)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"public bool Equals({name}? other) => (object)this == other || (other is not null && {string.Join(" && ", members.Select(member => $"A::Asn1Equality.Same({member}, other.{member})"))});");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Open("public override int GetHashCode()");
        code.Line("var hash = default(Y::HashCode);");
        foreach (var member in members)
        {
            code.Line($"hash.Add(A::Asn1Equality.Hash({member}));");
        }

        code.Line("return hash.ToHashCode();");
        code.Close();
    }
}
