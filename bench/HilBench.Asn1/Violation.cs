namespace HilBench.Asn1;

/// <summary>A part of a message that could be read but breaks a constraint of its type or a rule of the encoding.</summary>
/// <param name="Path">Dotted path of ASN.1 member names with list indices; empty for the message itself.</param>
/// <param name="BitOffset">First bit of the part, from the start of the message.</param>
/// <param name="BitLength">Number of bits of the part.</param>
/// <param name="Rule">The constraint, as ASN.1 writes it, or the clause.</param>
/// <param name="Found">The value that was found.</param>
public sealed record Violation(string Path, int BitOffset, int BitLength, string Rule, string Found);
