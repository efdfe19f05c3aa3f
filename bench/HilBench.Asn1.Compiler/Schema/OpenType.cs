namespace HilBench.Asn1.Compiler.Schema;

/// <summary>An open type whose contents a sibling selects from an object set.</summary>
internal sealed class OpenType(string name, string key, IReadOnlyList<OpenEntry> entries, bool isExtensible) : SchemaType(name)
{
    /// <summary>ASN.1 name of the sibling.</summary>
    public string Key => key;

    public IReadOnlyList<OpenEntry> Entries => entries;

    /// <summary>Whether the object set has an extension marker, so that the sibling may also have a number it does not list.</summary>
    public bool IsExtensible => isExtensible;
}
