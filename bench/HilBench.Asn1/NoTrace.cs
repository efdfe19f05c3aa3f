namespace HilBench.Asn1;

/// <summary>Nobody listens.</summary>
internal readonly struct NoTrace : IDecodeTrace
{
    public static bool IsOn => false;

    public void Begin(string? name, string type, in BitReader reader)
    {
    }

    public void Item(int index)
    {
    }

    public void Close(in BitReader reader)
    {
    }

    public void Close(in BitReader reader, string value, string? constraint)
    {
    }

    public void Violate(int start, int behind, string rule, string found)
    {
    }
}
