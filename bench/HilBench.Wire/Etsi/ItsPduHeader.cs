using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace HilBench.Wire.Etsi;

/// <summary>
/// Header of every ETSI facilities-layer message (ETSI TS 102 894-2, ItsPduHeader): six whole octets in UPER, so that it can be read without the modules of
/// the message that follows.
/// </summary>
/// <param name="ProtocolVersion">Version of the message.</param>
/// <param name="MessageId">Which message it is.</param>
/// <param name="StationId">Who sends it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ItsPduHeader(byte ProtocolVersion, byte MessageId, uint StationId)
{
    /// <summary>Octets of the header.</summary>
    public const int Length = 6;

    /// <summary>Name of the message, for example <c>CAM</c>; null for a number that the standard does not give.</summary>
    public string? MessageName => NameOf(MessageId);

    /// <summary>Reads the header of a message.</summary>
    /// <param name="octets">The message.</param>
    /// <param name="header">Its header.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, out ItsPduHeader header, [NotNullWhen(false)] out WireError? error)
    {
        error = octets.Length < Length ? new WireError($"an ITS PDU has a header of {Length} octets; {octets.Length} are left", octets.Length) : null;
        header = error is null ? new ItsPduHeader(octets[0], octets[1], BinaryPrimitives.ReadUInt32BigEndian(octets[2..])) : default;
        return error is null;
    }

    /// <summary>Name of a message (TS 102 894-2 V2.1.1, MessageId); null for a number that the standard does not give.</summary>
    /// <param name="messageId">The number in octet 1.</param>
    public static string? NameOf(int messageId) => messageId switch
    {
        1 => "DENM",
        2 => "CAM",
        3 => "POIM",
        4 => "SPATEM",
        5 => "MAPEM",
        6 => "IVIM",
        7 => "EV-RSR",
        8 => "TPG",
        9 => "SREM",
        10 => "SSEM",
        11 => "EVCSN",
        12 => "SAEM",
        13 => "RTCMEM",
        14 => "CPM",
        15 => "IMZM",
        16 => "VAM",
        17 => "DSM",
        18 => "PCIM",
        19 => "PCVM",
        20 => "MCM",
        21 => "PAM",
        _ => null,
    };

    /// <summary>Writes the header.</summary>
    /// <param name="destination">Room for <see cref="Length"/> octets.</param>
    public void Write(Span<byte> destination)
    {
        destination[0] = ProtocolVersion;
        destination[1] = MessageId;
        BinaryPrimitives.WriteUInt32BigEndian(destination[2..], StationId);
    }
}
