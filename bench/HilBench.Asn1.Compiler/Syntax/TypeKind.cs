namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>How a type is written.</summary>
internal enum TypeKind
{
    Boolean,
    Null,
    Integer,
    Enumerated,
    BitString,
    OctetString,
    Text,
    ObjectIdentifier,
    RelativeObjectIdentifier,
    Sequence,
    SequenceOf,
    Choice,
    Reference,
    ClassField,
}
