namespace HilBench.Asn1.Compiler;

/// <summary>An .asn file and the namespace of its schema.</summary>
internal sealed record SchemaFile(string Namespace, string Path, string Text);
