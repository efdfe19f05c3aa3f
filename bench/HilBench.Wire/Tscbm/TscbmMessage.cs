using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.Tscbm;

/// <summary>
/// Traffic Signal Controller Broadcast Message: what a controller sends to an RSU every 100 ms by UDP (port 6053), big-endian, 241 octets,
/// or 245 with pedestrian calls. V2I Hub ICD Table 3-4; Econolite, SPaT MIB support document. In bitmaps bit 0 is phase or overlap 1.
/// </summary>
public sealed record TscbmMessage
{
    /// <summary>Octets of the form without pedestrian calls.</summary>
    public const int ShortLength = 241;

    /// <summary>Octets of the form with pedestrian calls and detects.</summary>
    public const int LongLength = 245;

    /// <summary>Number of phase/overlap blocks.</summary>
    public const int BlockCount = 16;

    private const byte FirstOctet = 0xCD;
    private const int BitmapOffset = 2 + (BlockCount * TscbmBlock.Length);

    /// <summary>The 16 blocks of times to change.</summary>
    public required ImmutableArray<TscbmBlock> Blocks { get; init; }

    /// <summary>Phases that show red.</summary>
    public ushort PhaseReds { get; init; }

    /// <summary>Phases that show yellow.</summary>
    public ushort PhaseYellows { get; init; }

    /// <summary>Phases that show green.</summary>
    public ushort PhaseGreens { get; init; }

    /// <summary>Phases whose pedestrian signal shows don't walk.</summary>
    public ushort DontWalks { get; init; }

    /// <summary>Phases whose pedestrian signal shows flashing don't walk.</summary>
    public ushort PedClears { get; init; }

    /// <summary>Phases whose pedestrian signal shows walk.</summary>
    public ushort Walks { get; init; }

    /// <summary>Overlaps that show red.</summary>
    public ushort OverlapReds { get; init; }

    /// <summary>Overlaps that show yellow.</summary>
    public ushort OverlapYellows { get; init; }

    /// <summary>Overlaps that show green.</summary>
    public ushort OverlapGreens { get; init; }

    /// <summary>Phases whose output flashes.</summary>
    public ushort FlashingPhases { get; init; }

    /// <summary>Overlaps whose output flashes.</summary>
    public ushort FlashingOverlaps { get; init; }

    /// <summary>Intersection status.</summary>
    public TscbmStatus IntersectionStatus { get; init; }

    /// <summary>Time-base action plan in force.</summary>
    public byte ActionPlan { get; init; }

    /// <summary>Discontinuous change flag: the lower three bits of octet 234.</summary>
    public byte DiscontinuousChange { get; init; }

    /// <summary>Message version: the upper five bits of octet 234. 1 or 2.</summary>
    public byte MessageVersion { get; init; } = 1;

    /// <summary>Low octet of the controller's up time in tenths of a second.</summary>
    public byte Sequence { get; init; }

    /// <summary>Time of day.</summary>
    public TscbmTimestamp Timestamp { get; init; }

    /// <summary>Pedestrian calls; null in the form of 241 octets.</summary>
    public ushort? PedCalls { get; init; }

    /// <summary>Pedestrian detects; null in the form of 241 octets.</summary>
    public ushort? PedDetects { get; init; }

    /// <summary>Reads a datagram.</summary>
    /// <param name="octets">The datagram: 241 or 245 octets.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out TscbmMessage? message, [NotNullWhen(false)] out WireError? error)
    {
        message = null;
        error = Check(octets);
        if (error is not null)
        {
            return false;
        }

        var blocks = ImmutableArray.CreateBuilder<TscbmBlock>(BlockCount);
        for (var index = 0; index < BlockCount; index++)
        {
            blocks.Add(TscbmBlock.Read(octets[(2 + (index * TscbmBlock.Length))..]));
        }

        var bits = octets[BitmapOffset..];
        message = new TscbmMessage
        {
            Blocks = blocks.MoveToImmutable(),
            PhaseReds = BinaryPrimitives.ReadUInt16BigEndian(bits),
            PhaseYellows = BinaryPrimitives.ReadUInt16BigEndian(bits[2..]),
            PhaseGreens = BinaryPrimitives.ReadUInt16BigEndian(bits[4..]),
            DontWalks = BinaryPrimitives.ReadUInt16BigEndian(bits[6..]),
            PedClears = BinaryPrimitives.ReadUInt16BigEndian(bits[8..]),
            Walks = BinaryPrimitives.ReadUInt16BigEndian(bits[10..]),
            OverlapReds = BinaryPrimitives.ReadUInt16BigEndian(bits[12..]),
            OverlapYellows = BinaryPrimitives.ReadUInt16BigEndian(bits[14..]),
            OverlapGreens = BinaryPrimitives.ReadUInt16BigEndian(bits[16..]),
            FlashingPhases = BinaryPrimitives.ReadUInt16BigEndian(bits[18..]),
            FlashingOverlaps = BinaryPrimitives.ReadUInt16BigEndian(bits[20..]),
            IntersectionStatus = (TscbmStatus)bits[22],
            ActionPlan = bits[23],
            DiscontinuousChange = (byte)(bits[24] & 0x07),
            MessageVersion = (byte)(bits[24] >> 3),
            Sequence = bits[25],
            Timestamp = TscbmTimestamp.Read(bits[26..]),
            PedCalls = octets.Length == LongLength ? BinaryPrimitives.ReadUInt16BigEndian(bits[31..]) : null,
            PedDetects = octets.Length == LongLength ? BinaryPrimitives.ReadUInt16BigEndian(bits[33..]) : null,
        };
        return true;
    }

    /// <summary>The datagram: 245 octets when <see cref="PedCalls"/> or <see cref="PedDetects"/> is set, else 241.</summary>
    /// <exception cref="InvalidOperationException">There are not 16 blocks, or a value does not fit its bits.</exception>
    public byte[] Encode()
    {
        if (Blocks.IsDefault || Blocks.Length != BlockCount || MessageVersion > 31 || DiscontinuousChange > 7)
        {
            throw new InvalidOperationException("A TSCBM has 16 blocks, a version of 0 to 31 and a discontinuous change flag of 0 to 7.");
        }

        var octets = new byte[PedCalls is null && PedDetects is null ? ShortLength : LongLength];
        octets[0] = FirstOctet;
        octets[1] = BlockCount;
        for (var index = 0; index < BlockCount; index++)
        {
            Blocks[index].Write(octets.AsSpan(2 + (index * TscbmBlock.Length)));
        }

        var bits = octets.AsSpan(BitmapOffset);
        ReadOnlySpan<ushort> bitmaps =
        [
            PhaseReds, PhaseYellows, PhaseGreens, DontWalks, PedClears, Walks,
            OverlapReds, OverlapYellows, OverlapGreens, FlashingPhases, FlashingOverlaps,
        ];
        for (var index = 0; index < bitmaps.Length; index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bits[(2 * index)..], bitmaps[index]);
        }

        bits[22] = (byte)IntersectionStatus;
        bits[23] = ActionPlan;
        bits[24] = (byte)((MessageVersion << 3) | DiscontinuousChange);
        bits[25] = Sequence;
        Timestamp.Write(bits[26..]);
        if (octets.Length == LongLength)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bits[31..], PedCalls ?? 0);
            BinaryPrimitives.WriteUInt16BigEndian(bits[33..], PedDetects ?? 0);
        }

        return octets;
    }

    private static WireError? Check(ReadOnlySpan<byte> octets)
    {
        if (octets.Length is not (ShortLength or LongLength))
        {
            return new WireError($"{octets.Length} octets, expected a TSCBM of {ShortLength} or {LongLength}", octets.Length);
        }

        if (octets[0] != FirstOctet)
        {
            return new WireError($"found 0x{octets[0]:X2}, expected 0xCD, the first octet of a TSCBM", 0);
        }

        return octets[1] != BlockCount ? new WireError($"{octets[1]} phase/overlap blocks, expected {BlockCount}", 1) : null;
    }
}
