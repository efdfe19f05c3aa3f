namespace HilBench.Asn1.Compiler.Schema;

internal sealed class BooleanType(string name) : SchemaType(name);
