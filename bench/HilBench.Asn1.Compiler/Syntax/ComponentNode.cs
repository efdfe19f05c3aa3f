namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>A member of a SEQUENCE or an alternative of a CHOICE. Members of one addition group have the same number; -1 outside groups.</summary>
internal sealed record ComponentNode(
    string Name, Place Place, TypeNode Type, bool IsOptional, ValueNode? Default, Section Section, int Group)
{
    /// <summary>Whether the members of another SEQUENCE stand here.</summary>
    public bool IsComponentsOf => Name.Length == 0;
}
