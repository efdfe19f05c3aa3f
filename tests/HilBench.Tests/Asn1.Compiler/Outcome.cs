using HilBench.Asn1;

namespace HilBench.Tests.Asn1.Compiler;

/// <summary>A decoded value of a type that is only known at run time.</summary>
internal sealed record Outcome(IAsn1Type Value, IReadOnlyList<Violation> Violations, int BitsConsumed, DecodeNode Root)
{
    public object? this[string property] => Value.GetType().GetProperty(property)!.GetValue(Value);

    public string Encoded => Convert.ToHexString(((IUperType)Value).Encode());

    public string EncodedOer => Convert.ToHexString(((IOerType)Value).EncodeOer());
}
