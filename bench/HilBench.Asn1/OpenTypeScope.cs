namespace HilBench.Asn1;

/// <summary>Where reading goes on behind an open type.</summary>
public readonly ref struct OpenTypeScope
{
    internal OpenTypeScope(ReadOnlySpan<byte> data, int start, int resume, int limit, int origin)
    {
        Data = data;
        Start = start;
        Resume = resume;
        Limit = limit;
        Origin = origin;
    }

    internal ReadOnlySpan<byte> Data { get; }

    internal int Start { get; }

    internal int Resume { get; }

    internal int Limit { get; }

    internal int Origin { get; }
}
