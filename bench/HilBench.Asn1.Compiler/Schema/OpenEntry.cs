using System.Numerics;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>What an identifier of an object set stands for.</summary>
internal sealed record OpenEntry(BigInteger Id, DeclaredType Type);
