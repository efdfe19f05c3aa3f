namespace HilBench.Asn1.Compiler.Schema;

internal sealed class NullType(string name) : SchemaType(name);
