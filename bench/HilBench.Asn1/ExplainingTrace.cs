namespace HilBench.Asn1;

/// <summary>Hands everything to an <see cref="Explanation"/>.</summary>
internal readonly struct ExplainingTrace(Explanation explanation) : IDecodeTrace
{
    public static bool IsOn => true;

    public void Begin(string? name, string type, in BitReader reader) => explanation.Begin(name, type, reader.Position);

    public void Item(int index) => explanation.Item(index);

    public void Close(in BitReader reader) => explanation.Close(in reader, value: null, constraint: null);

    public void Close(in BitReader reader, string value, string? constraint) => explanation.Close(in reader, value, constraint);

    public void Violate(int start, int behind, string rule, string found) => explanation.Violate(start, behind, rule, found);
}
