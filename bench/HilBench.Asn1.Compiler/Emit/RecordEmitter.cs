using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>What all generated records have.</summary>
internal static class RecordEmitter
{
    /// <summary>Head of the method that writes OER.</summary>
    public const string WriteOerHead = "public void WriteOer(ref A::BitWriter writer, string? name)";

    /// <summary>Parameters of a method that reads.</summary>
    public const string ReadHead = "<TTrace>(ref A::BitReader reader, ref TTrace trace, string? name) where TTrace : struct, A::IDecodeTrace";

    /// <summary>The interfaces of a record.</summary>
    public static string Interfaces(string name, Encodings encodings) => encodings switch
    {
        Encodings.Uper => $"A::IUperType<S::{name}>",
        Encodings.Oer => $"A::IOerType<S::{name}>",
        _ => $"A::IUperType<S::{name}>, A::IOerType<S::{name}>",
    };

    public static void EmitEntryPoints(CodeWriter code, string name, Encodings encodings)
    {
        if (encodings.HasFlag(Encodings.Uper))
        {
            EmitEntryPoints(code, name, string.Empty, "uper", "Uper");
        }

        if (encodings.HasFlag(Encodings.Oer))
        {
            EmitEntryPoints(code, name, "Oer", "oer", "Oer");
        }
    }

    private static void EmitEntryPoints(CodeWriter code, string name, string suffix, string octets, string runtime)
    {
        code.Line("/// <summary>Decodes a complete message.</summary>");
        code.Line($"public static A::Decoded<S::{name}> Decode{suffix}(Y::ReadOnlySpan<byte> {octets}) => A::{runtime}Decoding.Decode<S::{name}>({octets});");
        code.Line();
        code.Line("/// <summary>Decodes a complete message and explains every value.</summary>");
        code.Line($"public static A::Decoded<S::{name}> Decode{suffix}(Y::ReadOnlySpan<byte> {octets}, A::DecodeTree trace) => A::{runtime}Decoding.Decode<S::{name}>({octets}, trace);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public int Encode{suffix}(Y::Span<byte> destination) => A::{runtime}Encoding.Encode(this, destination);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public byte[] Encode{suffix}() => A::{runtime}Encoding.Encode(this);");
        code.Line();
    }

    public static void OpenRead(CodeWriter code, DeclaredType type, string csType, string accessibility = "public", string method = "Read")
    {
        code.Line("/// <inheritdoc/>");
        code.Open($"{accessibility} static {csType} {method}{ReadHead}");
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
