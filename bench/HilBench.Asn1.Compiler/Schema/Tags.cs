using System.Globalization;
using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>The tags of types in modules without AUTOMATIC TAGS.</summary>
internal static class Tags
{
    private const int Universal = int.MinValue;
    private const int MostReferences = 100;

    private static readonly Dictionary<string, int> TextTags = new(StringComparer.Ordinal)
    {
        ["ObjectDescriptor"] = 7,
        ["UTF8String"] = 12,
        ["NumericString"] = 18,
        ["PrintableString"] = 19,
        ["TeletexString"] = 20,
        ["T61String"] = 20,
        ["VideotexString"] = 21,
        ["IA5String"] = 22,
        ["UTCTime"] = 23,
        ["GeneralizedTime"] = 24,
        ["GraphicString"] = 25,
        ["VisibleString"] = 26,
        ["ISO646String"] = 26,
        ["GeneralString"] = 27,
        ["BMPString"] = 30,
    };

    /// <summary>The outermost tag of a type: the first that is written, along its references, or that of its built-in type.</summary>
    /// <returns>The tag as OER's runtime writes it; null for a CHOICE, which has none.</returns>
    public static int? Of(TypeNode node, SchemaType type, Scope scope, ModuleSet modules)
    {
        var module = scope.Module;
        for (var hops = 0; node.Tag is null && node.Kind == TypeKind.Reference && scope.Find(node.Name) is null && hops < MostReferences; hops++)
        {
            var definition = modules.Find(node.Name, node.Place, module, node.Module);
            (node, module) = (definition.Assignment.Type!, definition.Module);
        }

        return node.Tag ?? (NumberOf(node, type) is { } number ? Universal | number : null);
    }

    /// <summary>The tag as ASN.1 writes it.</summary>
    public static string Text(int tag) => tag < 0
        ? "[UNIVERSAL " + (tag & int.MaxValue).ToString(CultureInfo.InvariantCulture) + "]"
        : "[" + tag.ToString(CultureInfo.InvariantCulture) + "]";

    private static int? NumberOf(TypeNode node, SchemaType type) => type switch
    {
        BooleanType => 1,
        IntegerType => 2,
        BitStringType => 3,
        OctetStringType => 4,
        NullType => 5,
        ObjectIdentifierType identifier => identifier.IsRelative ? 13 : 6,
        EnumeratedType => 10,
        SequenceType or ListType => node.Name.StartsWith("SET", StringComparison.Ordinal) ? 17 : 16,
        TextType or OctetTextType => TextTags.TryGetValue(node.Name, out var number) ? number : null,
        _ => null,
    };
}
