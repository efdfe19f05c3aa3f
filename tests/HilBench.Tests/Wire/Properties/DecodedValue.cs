using HilBench.Asn1;

namespace HilBench.Tests.Wire.Properties;

/// <summary>A decoded message whose type does not matter.</summary>
/// <param name="Value">The generated record; records compare by value.</param>
/// <param name="Violations">The constraints it breaks.</param>
/// <param name="BitsConsumed">Bits read.</param>
internal readonly record struct DecodedValue(object Value, IReadOnlyList<Violation> Violations, int BitsConsumed)
{
    public static DecodedValue Of<T>(Decoded<T> decoded)
        where T : notnull => new(decoded.Value, decoded.Violations, decoded.BitsConsumed);
}
