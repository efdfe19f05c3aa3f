namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A type that gets a C# declaration of its own.</summary>
internal abstract class DeclaredType(string name, string module, string rawName) : SchemaType(name)
{
    /// <summary>The module whose file holds the declaration.</summary>
    public string Module => module;

    /// <summary>ASN.1 name, for a nested type behind that of the type around it and a dot.</summary>
    public string RawName => rawName;

    /// <summary>C# name; known when all types are.</summary>
    public string CsName { get; set; } = CsNames.Pascal(rawName);

    /// <summary>Whether the type can contain itself.</summary>
    public bool IsRecursive { get; set; }
}
