namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>How a value is written.</summary>
internal enum ValueKind
{
    Number,
    Boolean,
    Null,
    Text,
    Bits,
    Hexadecimal,
    Reference,
    Braces,
    Minimum,
    Maximum,
}
