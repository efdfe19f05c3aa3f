using HilBench.Asn1.Compiler.Syntax;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>A type whose references, parameters and constraints are resolved.</summary>
internal abstract class SchemaType(string name)
{
    /// <summary>ASN.1 name, as it is shown to a reader of a decoded message.</summary>
    public string Name => name;

    /// <summary>Where it is written.</summary>
    public Place Place { get; init; }
}
