using System.Buffers.Binary;
using System.Collections.Immutable;

namespace HilBench.Wire.GbT20999;

/// <summary>One value in a frame.</summary>
/// <param name="Index">Its place in the frame, from 1.</param>
/// <param name="Id">Which value.</param>
/// <param name="Data">The value, at most 251 octets, big-endian; empty in a query. In an error the <see cref="GbErrorCode"/>.</param>
public sealed record GbObject(byte Index, GbObjectId Id, ImmutableArray<byte> Data)
{
    /// <summary>Octets that a value may have.</summary>
    public const int MostData = 251;

    /// <summary>The value as an unsigned number of 1 to 4 octets; null when it has another length.</summary>
    public uint? Number => Data.Length switch
    {
        1 => Data[0],
        2 => BinaryPrimitives.ReadUInt16BigEndian(Data.AsSpan()),
        3 => (uint)((Data[0] << 16) | (Data[1] << 8) | Data[2]),
        4 => BinaryPrimitives.ReadUInt32BigEndian(Data.AsSpan()),
        _ => null,
    };

    /// <summary>Compares the octets, not the arrays.</summary>
    public bool Equals(GbObject? other) =>
        other is not null && Index == other.Index && Id == other.Id && Data.AsSpan().SequenceEqual(other.Data.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, Id, Data.Length);

    /// <summary>The value's name and octets, for example <c>13.2.2.1 = 23</c>.</summary>
    public override string ToString() => Data.IsEmpty ? Id.ToString() : $"{Id} = {Convert.ToHexString(Data.AsSpan())}";
}
