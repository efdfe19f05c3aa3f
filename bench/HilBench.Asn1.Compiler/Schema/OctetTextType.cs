namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A UTF8String, or a character string of another kind whose characters have no fixed width.</summary>
internal sealed class OctetTextType(string name, string keyword) : SchemaType(name)
{
    public bool IsUtf8 => keyword == "UTF8String";
}
