using System.Diagnostics.CodeAnalysis;
using HilBench.Asn1;
using HilBench.Wire.Csae.Network;

namespace HilBench.Wire.Csae;

/// <summary>
/// A short message of China's C-V2X network layer as PC5 carries it: the octet of the adaptation layer, then DSMP.
/// It follows two public implementations that agree, not the printed standard (YD/T 3707), which was not read.
/// </summary>
public sealed record DsmpPacket
{
    /// <summary>EtherType that DSMP had before PC5.</summary>
    public const ushort EtherType = 0x88E2;

    /// <summary>Protocol type of the adaptation layer: DSMP. Others are 0 (IPv6) and 5 (IPv4).</summary>
    public const byte ProtocolType = 4;

    private const int GreatestShort = 127;

    /// <summary>The message with its header.</summary>
    public required DsmpMessage Message { get; init; }

    /// <summary>Application identifier: what the message carries.</summary>
    public int Aid => Message.Body.Aid switch
    {
        ApplicationIdentifier.Short identifier => identifier.Value,
        ApplicationIdentifier.Long identifier => identifier.Value,
        _ => throw new InvalidOperationException("An application identifier is short or long."),
    };

    /// <summary>What <see cref="Aid"/> stands for; null when it is not known.</summary>
    public string? AidName => CsaeUnits.ApplicationOf(Aid);

    /// <summary>A message without extension.</summary>
    /// <param name="aid">Application identifier, 0 to 32 895.</param>
    /// <param name="data">What it carries.</param>
    /// <exception cref="ArgumentOutOfRangeException">The identifier is out of its range.</exception>
    public static DsmpPacket Of(int aid, ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(aid);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(aid, 32_895);
        return new DsmpPacket
        {
            Message = new DsmpMessage
            {
                Version = 0,
                Body = new DsmpBody
                {
                    Reserved = 0,
                    Aid = aid <= GreatestShort ? new ApplicationIdentifier.Short(aid) : new ApplicationIdentifier.Long(aid),
                    Data = new OctetString(data),
                },
            },
        };
    }

    /// <summary>Reads a packet from the adaptation octet on.</summary>
    /// <param name="octets">The packet and nothing after it.</param>
    /// <param name="packet">The packet; its data is a copy.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out DsmpPacket? packet, [NotNullWhen(false)] out WireError? error)
    {
        packet = null;
        error = null;
        if (octets is not [ProtocolType, ..])
        {
            error = new WireError($"found {(octets.IsEmpty ? "nothing" : $"0x{octets[0]:X2}")}, expected protocol type {ProtocolType} (DSMP)", 0);
            return false;
        }

        try
        {
            var decoded = UperDecoding.Decode<DsmpMessage>(octets[1..]);
            if (decoded.BitsConsumed != 8 * (octets.Length - 1))
            {
                error = new WireError($"the length says {decoded.Value.Body.Data.Length} octets, more follow", 1 + (decoded.BitsConsumed / 8));
                return false;
            }

            packet = new DsmpPacket { Message = decoded.Value };
            return true;
        }
        catch (Asn1ContentException fault)
        {
            error = new WireError($"{fault.Path}: {fault.Reason}", 1 + (fault.BitOffset / 8));
            return false;
        }
    }

    /// <summary>The packet's octets.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public byte[] Encode() => [ProtocolType, .. Message.Encode()];
}
