using System.Numerics;

namespace HilBench.Asn1.Compiler.Schema;

/// <summary>Constants of a type: named numbers, named bits, or values that modules define.</summary>
internal sealed class ConstantClass(string module, string rawName, string suffix)
{
    public string Module => module;

    public string RawName => rawName;

    public string Suffix => suffix;

    public string CsName { get; set; } = CsNames.Pascal(rawName) + suffix;

    /// <summary>ASN.1 names and values in the order they were written.</summary>
    public List<KeyValuePair<string, BigInteger>> Items { get; } = [];
}
