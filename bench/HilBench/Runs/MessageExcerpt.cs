using System.Collections.Immutable;

namespace HilBench.Runs;

/// <summary>An offending message as a reader wants to see it.</summary>
/// <param name="Kind">What it is, for example <c>BasicSafetyMessage</c>.</param>
/// <param name="Hex">Its octets, upper-case hexadecimal.</param>
/// <param name="Fields">Its fields, one line each in message order.</param>
public sealed record MessageExcerpt(string Kind, string Hex, ImmutableArray<FieldLine> Fields);
