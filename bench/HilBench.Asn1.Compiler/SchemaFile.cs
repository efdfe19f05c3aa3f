namespace HilBench.Asn1.Compiler;

/// <summary>An .asn file with the namespace and the encodings of its schema.</summary>
internal sealed record SchemaFile(string Namespace, string Encodings, string Path, string Text);
