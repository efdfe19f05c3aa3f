namespace HilBench.Asn1;

/// <summary>One value of a decoded message, with its place in the octets.</summary>
/// <param name="Name">ASN.1 name of the member; <c>[i]</c> for an item of a list; empty for the message itself.</param>
/// <param name="Type">ASN.1 name of the type.</param>
/// <param name="BitOffset">First bit, from the start of the message.</param>
/// <param name="BitLength">Number of bits, with lengths, presence and extension bits that belong to the value.</param>
/// <param name="Raw">The bits: as 0 and 1 up to 32 bits, else as hexadecimal digits, left-aligned (at most 64 octets, then …). Empty for a value with members.</param>
/// <param name="Value">The value as text; empty for a value with members, and for one that could not be read to its end.</param>
/// <param name="Constraint">The constraint as ASN.1 writes it; null when there is none.</param>
/// <param name="Children">Members or items in the order of the bits.</param>
public sealed record DecodeNode(
    string Name,
    string Type,
    int BitOffset,
    int BitLength,
    string Raw,
    string Value,
    string? Constraint,
    IReadOnlyList<DecodeNode> Children);
