namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A module as it is written.</summary>
internal sealed class ModuleNode(string name, Place place)
{
    public string Name => name;

    public Place Place => place;

    /// <summary>Whether every type is extensible at its end although no marker says so.</summary>
    public bool ImpliesExtensibility { get; set; }

    /// <summary>Whether AUTOMATIC TAGS numbers the alternatives of a CHOICE.</summary>
    public bool HasAutomaticTags { get; set; }

    public List<ImportNode> Imports { get; } = [];

    public List<AssignmentNode> Assignments { get; } = [];
}
