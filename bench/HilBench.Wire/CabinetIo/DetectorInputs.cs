using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.CabinetIo;

/// <summary>
/// What the detector rack feeds into the controller. A stand-in format of this bench, 14 octets, big-endian:
/// "HBDI", u32 sequence, u16 vehicle detectors, u16 push buttons (bit 0 is phase 1), u8 plan, u8 zero. Levels, held until the next datagram.
/// </summary>
/// <param name="Sequence">Counts the datagrams of one sender, from 0.</param>
/// <param name="VehicleCalls">Phases whose vehicle detector is occupied.</param>
/// <param name="PedCalls">Phases whose push button is pressed.</param>
/// <param name="Plan">Timing plan to run, 1 to 255; 0 keeps the one in force.</param>
public sealed record DetectorInputs(uint Sequence, ushort VehicleCalls, ushort PedCalls, byte Plan)
{
    /// <summary>Octets of a datagram.</summary>
    public const int Length = 14;

    private static ReadOnlySpan<byte> Magic => "HBDI"u8;

    /// <summary>Reads a datagram.</summary>
    /// <param name="octets">The datagram: 14 octets.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out DetectorInputs? inputs, [NotNullWhen(false)] out WireError? error)
    {
        inputs = null;
        error = null;
        if (octets.Length != Length || !octets.StartsWith(Magic))
        {
            error = new WireError($"{octets.Length} octets, expected {Length} that begin with \"HBDI\"", 0);
            return false;
        }

        inputs = new DetectorInputs(
            BinaryPrimitives.ReadUInt32BigEndian(octets[4..]),
            BinaryPrimitives.ReadUInt16BigEndian(octets[8..]),
            BinaryPrimitives.ReadUInt16BigEndian(octets[10..]),
            octets[12]);
        return true;
    }

    /// <summary>The datagram.</summary>
    public byte[] Encode()
    {
        var octets = new byte[Length];
        Magic.CopyTo(octets);
        BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(4), Sequence);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(8), VehicleCalls);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(10), PedCalls);
        octets[12] = Plan;
        return octets;
    }
}
