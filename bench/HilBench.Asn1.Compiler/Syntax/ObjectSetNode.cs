namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>An information object set: names of objects or sets, and objects as their lexical items.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Items">What stands between the bars and commas, without the marker.</param>
/// <param name="IsExtensible">Whether it has an extension marker.</param>
internal sealed record ObjectSetNode(Place Place, IReadOnlyList<IReadOnlyList<Token>> Items, bool IsExtensible);
