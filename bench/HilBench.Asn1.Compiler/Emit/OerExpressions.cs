using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>C# that reads or writes one value in OER, whatever its type.</summary>
internal static class OerExpressions
{
    /// <summary>An expression that reads a value.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">C# expression of the member's ASN.1 name.</param>
    public static string Read(SchemaType type, string name)
    {
        var head = $"(ref reader, ref trace, {name}, {CsText.Literal(type.Name)}";
        return type switch
        {
            BooleanType => $"A::Oer.ReadBoolean{head})",
            NullType => $"A::Oer.ReadNull{head})",
            IntegerType { HasGaps: true } integer => integer.CsType == "int"
                ? $"(int)Y::Math.Clamp(A::Oer.ReadInIntervals{head}, {Expressions.Intervals(integer)}), int.MinValue, int.MaxValue)"
                : $"A::Oer.ReadInIntervals{head}, {Expressions.Intervals(integer)})",
            IntegerType { IsConstrained: true } integer => $"A::Oer.Read{Expressions.Width(integer)}{head}, {Bounds(integer)})",
            IntegerType integer => $"A::Oer.ReadInteger{head}, {Form(integer)})",
            BitStringType bits => $"A::Oer.ReadBitString{head}, {Expressions.Size(bits.Size)})",
            OctetStringType octets => $"A::Oer.ReadOctetString{head}, {Expressions.Size(octets.Size)})",
            TextType text => $"A::Oer.ReadText{head}, {Alphabet(text)}, {Expressions.Size(text.Size)})",
            OctetTextType text => $"A::Oer.ReadOctetText{head}, {CsText.Bool(text.IsUtf8)})",
            ObjectIdentifierType identifier => $"A::Oer.ReadObjectIdentifier{head}, {CsText.Bool(identifier.IsRelative)})",
            EnumeratedType or ListType => $"S::{((DeclaredType)type).CsName}Codec.ReadOer(ref reader, ref trace, {name})",
            DeclaredType declared => $"S::{declared.CsName}.ReadOer(ref reader, ref trace, {name})",
            _ => throw new InvalidOperationException(type.Name),
        };
    }

    /// <summary>A statement that writes a value.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">C# expression of the member's ASN.1 name.</param>
    /// <param name="value">C# expression of the value.</param>
    public static string Write(SchemaType type, string name, string value)
    {
        var head = $"(ref writer, {name}, {value}";
        return type switch
        {
            BooleanType => $"A::Oer.WriteBoolean(ref writer, {value});",
            NullType => string.Empty,
            IntegerType { HasGaps: true } integer => $"A::Oer.WriteInIntervals{head}, {Expressions.Intervals(integer)});",
            IntegerType { IsConstrained: true } integer =>
                $"A::Oer.Write{(integer.CsType == "ulong" ? "UInt64" : "Integer")}{head}, {Bounds(integer)});",
            IntegerType integer => $"A::Oer.WriteInteger{head}, {Form(integer)});",
            BitStringType bits => $"A::Oer.WriteBitString{head}, {Expressions.Size(bits.Size)});",
            OctetStringType octets => $"A::Oer.WriteOctetString{head}, {Expressions.Size(octets.Size)});",
            TextType text => $"A::Oer.WriteText{head}, {Alphabet(text)}, {Expressions.Size(text.Size)});",
            OctetTextType text => $"A::Oer.WriteOctetText{head}, {CsText.Bool(text.IsUtf8)});",
            ObjectIdentifierType identifier => $"A::Oer.WriteObjectIdentifier{head}, {CsText.Bool(identifier.IsRelative)});",
            EnumeratedType enumerated =>
                $"A::Oer.WriteEnumerated(ref writer, {name}, (int){value}, S::{enumerated.CsName}Codec.Numbers, {CsText.Bool(enumerated.IsExtensible)});",
            ListType list => $"S::{list.CsName}Codec.WriteOer(ref writer, {value}, {name});",
            _ => $"{value}.WriteOer(ref writer, {name});",
        };
    }

    private static string Bounds(IntegerType integer) =>
        $"{CsText.Number(integer.Lower!.Value, integer.CsType)}, {CsText.Number(integer.Upper!.Value, integer.CsType)}";

    // The octets that the visible constraint gives, then the bounds that are checked.
    private static string Form(IntegerType integer) =>
        $"{CsText.Number(integer.Octets)}, {CsText.Bool(integer.IsSigned)}, {CsText.Bound(integer.Lower)}, {CsText.Bound(integer.Upper)}, {CsText.Bool(integer.IsExtensible)}";

    private static string Alphabet(TextType text) =>
        $"new A::TextAlphabet({CsText.Number(text.OctetBits)}, false, {(text.Alphabet is { } alphabet ? CsText.Literal(alphabet) : "null")})";
}
