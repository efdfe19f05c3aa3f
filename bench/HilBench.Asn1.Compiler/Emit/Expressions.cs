using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>C# that reads or writes one value, whatever its type.</summary>
internal static class Expressions
{
    /// <summary>An expression that reads a value.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">C# expression of the member's ASN.1 name.</param>
    public static string Read(SchemaType type, string name)
    {
        var head = $"(ref reader, ref trace, {name}, {CsText.Literal(type.Name)}";
        return type switch
        {
            BooleanType => $"A::Uper.ReadBoolean{head})",
            NullType => $"A::Uper.ReadNull{head})",
            IntegerType { HasGaps: true } integer => integer.CsType == "int"
                ? $"(int)Y::Math.Min(A::Uper.ReadInIntervals{head}, {Intervals(integer)}), int.MaxValue)"
                : $"A::Uper.ReadInIntervals{head}, {Intervals(integer)})",
            IntegerType { IsConstrained: true } integer =>
                $"A::Uper.Read{Width(integer)}{head}, {CsText.Number(integer.Lower!.Value, integer.CsType)}, {CsText.Number(integer.Upper!.Value, integer.CsType)})",
            IntegerType integer =>
                $"A::Uper.ReadInteger{head}, {CsText.Bound(integer.Lower)}, {CsText.Bound(integer.Upper)}, {CsText.Bool(integer.IsExtensible)})",
            BitStringType bits => $"A::Uper.ReadBitString{head}, {Size(bits.Size)})",
            OctetStringType octets => $"A::Uper.ReadOctetString{head}, {Size(octets.Size)})",
            TextType text => $"A::Uper.ReadText{head}, {Alphabet(text)}, {Size(text.Size)})",
            OctetTextType text => $"A::Uper.ReadOctetText{head}, {CsText.Bool(text.IsUtf8)})",
            ObjectIdentifierType identifier => $"A::Uper.ReadObjectIdentifier{head}, {CsText.Bool(identifier.IsRelative)})",
            EnumeratedType or ListType => $"S::{((DeclaredType)type).CsName}Codec.Read(ref reader, ref trace, {name})",
            DeclaredType declared => $"S::{declared.CsName}.Read(ref reader, ref trace, {name})",
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
            BooleanType => $"A::Uper.WriteBoolean(ref writer, {value});",
            NullType => string.Empty,
            IntegerType { HasGaps: true } integer => $"A::Uper.WriteInIntervals{head}, {Intervals(integer)});",
            IntegerType { IsConstrained: true } integer =>
                $"A::Uper.Write{(integer.CsType == "ulong" ? "UInt64" : "Integer")}{head}, {CsText.Number(integer.Lower!.Value, integer.CsType)}, {CsText.Number(integer.Upper!.Value, integer.CsType)});",
            IntegerType integer =>
                $"A::Uper.WriteInteger{head}, {CsText.Bound(integer.Lower)}, {CsText.Bound(integer.Upper)}, {CsText.Bool(integer.IsExtensible)});",
            BitStringType bits => $"A::Uper.WriteBitString{head}, {Size(bits.Size)});",
            OctetStringType octets => $"A::Uper.WriteOctetString{head}, {Size(octets.Size)});",
            TextType text => $"A::Uper.WriteText{head}, {Alphabet(text)}, {Size(text.Size)});",
            OctetTextType text => $"A::Uper.WriteOctetText{head}, {CsText.Bool(text.IsUtf8)});",
            ObjectIdentifierType identifier => $"A::Uper.WriteObjectIdentifier{head}, {CsText.Bool(identifier.IsRelative)});",
            EnumeratedType enumerated =>
                $"A::Uper.WriteEnumerated(ref writer, {name}, (int){value}, {CsText.Number(enumerated.RootCount)}, {CsText.Bool(enumerated.IsExtensible)});",
            ListType list => $"S::{list.CsName}Codec.Write(ref writer, {value}, {name});",
            _ => $"{value}.Write(ref writer, {name});",
        };
    }

    /// <summary>Lower bound, upper bound and extensibility as arguments.</summary>
    public static string Size(SizeBounds size) =>
        $"{CsText.Number(size.Lower)}, {CsText.Number(size.Upper)}, {CsText.Bool(size.IsExtensible)}";

    internal static string Width(IntegerType integer) => integer.CsType switch
    {
        "int" => "Int32",
        "ulong" => "UInt64",
        _ => "Int64",
    };

    internal static string Intervals(IntegerType integer) => "[" + string.Join(", ", integer.Values.Intervals.Select(interval =>
        $"{CsText.Bound(interval.Lower)}, {CsText.Bound(interval.Upper)}")) + "]";

    private static string Alphabet(TextType text) =>
        $"new A::TextAlphabet({CsText.Number(text.Bits)}, {CsText.Bool(text.IsIndexed)}, {(text.IsFull ? "null" : CsText.Literal(text.Alphabet!))})";
}
