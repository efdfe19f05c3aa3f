using HilBench.Asn1;

namespace HilBench.Wire.Decoding;

/// <summary>Paths of nodes, as violations name them: member names with dots, list items as <c>[i]</c>.</summary>
public static class NodePath
{
    /// <summary>The path of a member or item.</summary>
    /// <param name="parent">Path of the value that holds it.</param>
    /// <param name="child">The member or item.</param>
    public static string Of(string parent, DecodeNode child) =>
        parent.Length == 0 || child.Name.Length == 0 || child.Name.StartsWith('[') ? parent + child.Name : $"{parent}.{child.Name}";
}
