namespace HilBench.Asn1;

/// <summary>Where reading goes on behind an open type.</summary>
public readonly ref struct OpenTypeScope
{
    internal OpenTypeScope(ReadOnlySpan<byte> data, int start, int resume, int limit, int origin, int missing)
    {
        Data = data;
        Start = start;
        Resume = resume;
        Limit = limit;
        Origin = origin;
        Missing = missing;
    }

    internal ReadOnlySpan<byte> Data { get; }

    internal int Start { get; }

    internal int Resume { get; }

    internal int Limit { get; }

    internal int Origin { get; }

    /// <summary>Bits that the length says and that are not there.</summary>
    internal int Missing { get; }
}
