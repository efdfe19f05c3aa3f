namespace HilBench.Asn1.Compiler;

/// <summary>All files of one schema. Equal when path and text of each are: an unchanged schema is not compiled again.</summary>
internal sealed class SchemaFiles(string @namespace, IReadOnlyList<SchemaFile> files) : IEquatable<SchemaFiles>
{
    public string Namespace => @namespace;

    public IReadOnlyList<SchemaFile> Files => files;

    /// <summary>Groups files by namespace, in an order that does not depend on the project file.</summary>
    public static IEnumerable<SchemaFiles> Group(IEnumerable<SchemaFile> files) => files
        .GroupBy(file => file.Namespace, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new SchemaFiles(group.Key, [.. group.OrderBy(file => file.Path, StringComparer.Ordinal)]));

    public bool Equals(SchemaFiles? other) => other is not null && Namespace == other.Namespace && Files.SequenceEqual(other.Files);

    public override bool Equals(object? obj) => Equals(obj as SchemaFiles);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Namespace) ^ Files.Count;
}
