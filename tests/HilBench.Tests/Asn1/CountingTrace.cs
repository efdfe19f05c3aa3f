using HilBench.Asn1;

namespace HilBench.Tests.Asn1;

/// <summary>Counts violations, for primitives that are called without generated code.</summary>
internal struct CountingTrace : IDecodeTrace
{
    public static bool IsOn => true;

    public int Violations { get; private set; }

    public readonly void Begin(string? name, string type, in BitReader reader)
    {
    }

    public readonly void Item(int index)
    {
    }

    public readonly void Close(in BitReader reader)
    {
    }

    public readonly void Close(in BitReader reader, string value, string? constraint)
    {
    }

    public void Violate(int start, int behind, string rule, string found) => Violations++;
}
