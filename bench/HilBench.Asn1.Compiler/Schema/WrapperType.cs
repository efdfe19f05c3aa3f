namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A record around a type that is no record, for an open type.</summary>
internal sealed class WrapperType(string module, string rawName, SchemaType inner) : DeclaredType(inner.Name, module, rawName)
{
    public SchemaType Inner => inner;
}
