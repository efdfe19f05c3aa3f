namespace HilBench.Asn1.Compiler;

/// <summary>An .asn file with the namespace of its schema, its encodings and the reading of its constraints.</summary>
internal sealed record SchemaFile(string Namespace, string Encodings, string Reading, string Path, string Text);
