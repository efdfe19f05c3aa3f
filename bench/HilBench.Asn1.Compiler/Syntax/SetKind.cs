namespace HilBench.Asn1.Compiler.Syntax;

/// <summary>How a set of values is written (X.680 clause 50).</summary>
internal enum SetKind
{
    Union,
    Intersection,
    Except,
    AllExcept,
    Range,
    Size,
    From,
    Contained,

    /// <summary>Accepted, and of no effect on the encoding: PATTERN, WITH COMPONENTS, CONSTRAINED BY, CONTAINING, SETTINGS.</summary>
    Invisible,
}
