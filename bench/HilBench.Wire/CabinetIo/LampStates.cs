using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.CabinetIo;

/// <summary>
/// What the cabinet's field terminals carry: the truth about the lamps. A stand-in format of this bench for an output monitor,
/// 20 octets, big-endian: "HBLS", u32 sequence, six u16 bitmaps (bit 0 is phase 1) in the order of the members.
/// </summary>
/// <param name="Sequence">Counts the datagrams of one sender, from 0.</param>
/// <param name="Reds">Phases whose red lamp is lit.</param>
/// <param name="Yellows">Phases whose yellow lamp is lit.</param>
/// <param name="Greens">Phases whose green lamp is lit.</param>
/// <param name="DontWalks">Phases whose don't walk lamp is lit steadily.</param>
/// <param name="PedClears">Phases whose don't walk lamp flashes.</param>
/// <param name="Walks">Phases whose walk lamp is lit.</param>
public sealed record LampStates(uint Sequence, ushort Reds, ushort Yellows, ushort Greens, ushort DontWalks, ushort PedClears, ushort Walks)
{
    /// <summary>Octets of a datagram.</summary>
    public const int Length = 20;

    private static ReadOnlySpan<byte> Magic => "HBLS"u8;

    /// <summary>Reads a datagram.</summary>
    /// <param name="octets">The datagram: 20 octets.</param>
    /// <param name="lamps">The lamps.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out LampStates? lamps, [NotNullWhen(false)] out WireError? error)
    {
        lamps = null;
        error = null;
        if (octets.Length != Length || !octets.StartsWith(Magic))
        {
            error = new WireError($"{octets.Length} octets, expected {Length} that begin with \"HBLS\"", 0);
            return false;
        }

        lamps = new LampStates(
            BinaryPrimitives.ReadUInt32BigEndian(octets[4..]),
            BinaryPrimitives.ReadUInt16BigEndian(octets[8..]),
            BinaryPrimitives.ReadUInt16BigEndian(octets[10..]),
            BinaryPrimitives.ReadUInt16BigEndian(octets[12..]),
            BinaryPrimitives.ReadUInt16BigEndian(octets[14..]),
            BinaryPrimitives.ReadUInt16BigEndian(octets[16..]),
            BinaryPrimitives.ReadUInt16BigEndian(octets[18..]));
        return true;
    }

    /// <summary>The datagram.</summary>
    public byte[] Encode()
    {
        var octets = new byte[Length];
        Magic.CopyTo(octets);
        BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(4), Sequence);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(8), Reds);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(10), Yellows);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(12), Greens);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(14), DontWalks);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(16), PedClears);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(18), Walks);
        return octets;
    }
}
