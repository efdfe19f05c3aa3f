namespace HilBench.Asn1.Compiler.Schema;

internal sealed class OctetStringType(string name, SizeBounds size) : SchemaType(name)
{
    public SizeBounds Size => size;
}
