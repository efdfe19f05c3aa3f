using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.GbT20999;

/// <summary>
/// A frame between a traffic-signal controller and its host (GB/T 20999-2017, annex A), as it is on UDP: 7E, u16 length, u16 version, host u8,
/// controller u32, intersection u8, sequence u8, type u8, number of values u8, the values, u16 CRC, 7D. The length counts from the version to the
/// CRC; the CRC covers the length too. Layout from public code and frames, not from the printed standard. On TCP and RS-232 it is escaped
/// (<see cref="GbEscape"/>).
/// </summary>
public sealed record GbFrame
{
    /// <summary>First octet.</summary>
    public const byte Start = 0x7E;

    /// <summary>Last octet.</summary>
    public const byte End = 0x7D;

    /// <summary>Fewest octets of a frame: one without values.</summary>
    public const int LeastLength = 17;

    /// <summary>Most octets of a frame that a u16 length allows.</summary>
    public const int MostLength = ushort.MaxValue + 4;

    private const int FirstObject = 14;
    private const int TrailerLength = 3;
    private const int ObjectHeader = 6;

    /// <summary>Who speaks with whom.</summary>
    public required GbParty Party { get; init; }

    /// <summary>Number of the request; the answer has the same.</summary>
    public required byte Sequence { get; init; }

    /// <summary>What the frame is for.</summary>
    public required GbFrameType Type { get; init; }

    /// <summary>The values, at most 255.</summary>
    public ImmutableArray<GbObject> Objects { get; init; } = [];

    /// <summary>A frame with values that are numbered from 1.</summary>
    /// <param name="party">Who speaks with whom.</param>
    /// <param name="sequence">Number of the request.</param>
    /// <param name="type">What the frame is for.</param>
    /// <param name="values">The values; without octets in a query.</param>
    public static GbFrame Of(GbParty party, byte sequence, GbFrameType type, params IEnumerable<(GbObjectId Id, ImmutableArray<byte> Data)> values) => new()
    {
        Party = party,
        Sequence = sequence,
        Type = type,
        Objects = [.. values.Select((value, index) => new GbObject((byte)(index + 1), value.Id, value.Data))],
    };

    /// <summary>Reads a frame without escapes.</summary>
    /// <param name="octets">The frame from 7E to 7D, and nothing else.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out GbFrame? frame, [NotNullWhen(false)] out WireError? error)
    {
        frame = null;
        error = Check(octets);
        if (error is not null)
        {
            return false;
        }

        var objects = ImmutableArray.CreateBuilder<GbObject>(octets[FirstObject - 1]);
        error = ReadObjects(octets, objects);
        if (error is not null)
        {
            return false;
        }

        frame = new GbFrame
        {
            Party = new GbParty(
                BinaryPrimitives.ReadUInt16BigEndian(octets[3..]), octets[5], BinaryPrimitives.ReadUInt32BigEndian(octets[6..]), octets[10]),
            Sequence = octets[11],
            Type = (GbFrameType)octets[12],
            Objects = objects.DrainToImmutable(),
        };
        return true;
    }

    /// <summary>The frame without escapes.</summary>
    /// <exception cref="InvalidOperationException">There are more than 255 values, one has more than 251 octets, or all have too many.</exception>
    public byte[] Encode()
    {
        if (Objects.Length > 255 || Objects.Any(value => value.Data.Length > GbObject.MostData))
        {
            throw new InvalidOperationException($"A frame has at most 255 values of at most {GbObject.MostData} octets.");
        }

        var length = LeastLength + Objects.Sum(value => ObjectHeader + value.Data.Length);
        if (length > MostLength)
        {
            throw new InvalidOperationException($"The frame would have {length} octets, at most {MostLength} are possible: spread the values over more frames.");
        }

        var octets = new byte[length];
        octets[0] = Start;
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(1), (ushort)(octets.Length - 4));
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(3), Party.Version);
        octets[5] = Party.HostId;
        BinaryPrimitives.WriteUInt32BigEndian(octets.AsSpan(6), Party.ControllerId);
        octets[10] = Party.IntersectionId;
        octets[11] = Sequence;
        octets[12] = (byte)Type;
        octets[13] = (byte)Objects.Length;
        var at = FirstObject;
        foreach (var value in Objects)
        {
            octets[at] = value.Index;
            octets[at + 1] = (byte)(value.Data.Length + 4);
            (octets[at + 2], octets[at + 3], octets[at + 4], octets[at + 5]) = (value.Id.Class, value.Id.Item, value.Id.Attribute, value.Id.Element);
            value.Data.AsSpan().CopyTo(octets.AsSpan(at + ObjectHeader));
            at += ObjectHeader + value.Data.Length;
        }

        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(at), GbCrc.Of(octets.AsSpan(1, at - 1)));
        octets[^1] = End;
        return octets;
    }

    /// <summary>Compares the values, not the arrays.</summary>
    public bool Equals(GbFrame? other) =>
        other is not null && Party == other.Party && Sequence == other.Sequence && Type == other.Type && Objects.SequenceEqual(other.Objects);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Party, Sequence, Type, Objects.Length);

    /// <summary>The frame in a line, for example <c>Query 7: 13.2.2.1</c>.</summary>
    public override string ToString() => $"{Type} {Sequence}: {string.Join(", ", Objects)}";

    private static WireError? Check(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < LeastLength)
        {
            return new WireError($"{octets.Length} octets, a GB/T 20999 frame has {LeastLength} at the least", octets.Length);
        }

        if (octets[0] != Start)
        {
            return new WireError($"found 0x{octets[0]:X2}, expected 0x7E, the start of a GB/T 20999 frame", 0);
        }

        if (BinaryPrimitives.ReadUInt16BigEndian(octets[1..]) is var length && length != octets.Length - 4)
        {
            return new WireError($"the length says {length} octets from the version to the CRC, the frame has {octets.Length - 4}", 1);
        }

        if (octets[^1] != End)
        {
            return new WireError($"found 0x{octets[^1]:X2}, expected 0x7D, the end of a GB/T 20999 frame", octets.Length - 1);
        }

        var found = BinaryPrimitives.ReadUInt16BigEndian(octets[^TrailerLength..]);
        var expected = GbCrc.Of(octets[1..^TrailerLength]);
        return found == expected ? null : new WireError($"the CRC is 0x{found:X4}, expected 0x{expected:X4} (x16+x12+x2+1 from 0, before escaping)", octets.Length - TrailerLength);
    }

    private static WireError? ReadObjects(ReadOnlySpan<byte> octets, ImmutableArray<GbObject>.Builder objects)
    {
        var end = octets.Length - TrailerLength;
        var count = octets[FirstObject - 1];
        var at = FirstObject;
        for (var number = 1; number <= count; number++)
        {
            if (end - at < ObjectHeader)
            {
                return new WireError($"value {number} of {count} does not fit: {end - at} octets are left, it has {ObjectHeader} at the least", at);
            }

            var length = octets[at + 1];
            if (length < 4 || at + 2 + length > end)
            {
                return new WireError($"value {number} of {count} says {length} octets, expected 4 to {end - at - 2}", at + 1);
            }

            var id = new GbObjectId(octets[at + 2], octets[at + 3], octets[at + 4], octets[at + 5]);
            objects.Add(new GbObject(octets[at], id, [.. octets[(at + ObjectHeader)..(at + 2 + length)]]));
            at += 2 + length;
        }

        return at == end ? null : new WireError($"{end - at} octets follow the {count} values that the frame says it has", at);
    }
}
