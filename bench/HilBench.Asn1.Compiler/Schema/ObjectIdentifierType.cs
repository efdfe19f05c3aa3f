namespace HilBench.Asn1.Compiler.Schema;

internal sealed class ObjectIdentifierType(string name, bool isRelative) : SchemaType(name)
{
    public bool IsRelative => isRelative;
}
