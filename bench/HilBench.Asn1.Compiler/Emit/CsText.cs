using System.Globalization;
using System.Numerics;
using System.Text;
using HilBench.Asn1.Compiler.Schema;

namespace HilBench.Asn1.Compiler.Emit;

/// <summary>Pieces of C# text. Generated files name the runtime A, the schema S, System Y and the immutable collections I.</summary>
internal static class CsText
{
    public static string Bool(bool value) => value ? "true" : "false";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Number(BigInteger value, string csType) =>
        value == long.MinValue ? "long.MinValue"
        : value == int.MinValue && csType == "int" ? "int.MinValue"
        : value.ToString(CultureInfo.InvariantCulture) + (csType == "long" ? "L" : csType == "ulong" ? "UL" : string.Empty);

    public static string Bound(BigInteger? value) => value is { } number ? Number(number, "long") : "null";

    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (c is < ' ' or > '~')
            {
                literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                literal.Append(c);
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Text inside an XML comment.</summary>
    public static string Comment(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>The C# type of a value.</summary>
    public static string TypeOf(SchemaType type) => type switch
    {
        BooleanType => "bool",
        NullType => "A::Asn1Null",
        IntegerType integer => integer.CsType,
        BitStringType => "A::BitString",
        OctetStringType => "A::OctetString",
        TextType or OctetTextType => "string",
        ObjectIdentifierType => "A::ObjectIdentifier",
        OpenType => "A::IAsn1Type",
        ListType list => $"I::ImmutableArray<{TypeOf(list.Element)}>",
        DeclaredType declared => "S::" + declared.CsName,
        _ => throw new InvalidOperationException(type.Name),
    };

    /// <summary>The constraint as ASN.1 writes it, behind the name of the type.</summary>
    public static string Describe(SchemaType type) => type switch
    {
        IntegerType { Lower: not null } or IntegerType { Upper: not null } => $"{type.Name} ({((IntegerType)type).Values}{Extension(((IntegerType)type).IsExtensible)})",
        BitStringType bits => type.Name + Describe(bits.Size),
        OctetStringType octets => type.Name + Describe(octets.Size),
        TextType text => type.Name + Describe(text.Size),
        ListType list => type.Name + Describe(list.Size),
        _ => type.Name,
    };

    private static string Describe(SizeBounds size) =>
        size.Lower == 0 && size.Upper < 0 ? string.Empty
        : size.Lower == size.Upper ? $" (SIZE({size.Lower}{Extension(size.IsExtensible)}))"
        : $" (SIZE({size.Lower}..{(size.Upper < 0 ? "MAX" : Number(size.Upper))}{Extension(size.IsExtensible)}))";

    private static string Extension(bool isExtensible) => isExtensible ? ", ..." : string.Empty;
}
