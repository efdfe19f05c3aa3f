namespace HilBench.Runs;

/// <summary>One field of a decoded message.</summary>
/// <param name="Depth">Depth in the tree, from 0.</param>
/// <param name="Name">ASN.1 name, or list index in brackets.</param>
/// <param name="Path">Dotted path from the top of the message.</param>
/// <param name="BitOffset">First bit in the message, from 0.</param>
/// <param name="BitLength">Number of bits.</param>
/// <param name="Value">Value, with its scaled form and unit where there is one.</param>
public sealed record FieldLine(int Depth, string Name, string Path, int BitOffset, int BitLength, string Value);
