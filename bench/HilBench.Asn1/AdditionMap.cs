using System.Runtime.InteropServices;

namespace HilBench.Asn1;

/// <summary>Which extension additions of a SEQUENCE are present (X.691 19.8, X.696 16.4).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct AdditionMap
{
    private readonly int _position;

    internal AdditionMap(int count, int position)
    {
        Count = count;
        _position = position;
    }

    /// <summary>Number of additions the sender's edition has.</summary>
    public int Count { get; }

    /// <summary>Whether an addition is present.</summary>
    /// <param name="reader">The reader of the SEQUENCE, outside any of its open types.</param>
    /// <param name="index">From 0.</param>
    public bool Has(in BitReader reader, int index) => index < Count && reader.BitAt(_position + index);

    internal bool HasAny(in BitReader reader)
    {
        for (var i = 0; i < Count; i++)
        {
            if (Has(in reader, i))
            {
                return true;
            }
        }

        return false;
    }
}
