using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace HilBench.Wire.Ieee1609;

/// <summary>
/// WAVE short message, version 3, null networking protocol (IEEE 1609.3-2016 8.3.2). The EtherType is 0x88DC.
/// Layout: subtype(4) option(1) version(3); when the option is set a count and that many {id, length, value}; TPID; and with TPID 0 or 1, an address by
/// PSID: p-encoded PSID; with TPID 1 T-extensions, written like the others; length; payload.
/// N-extensions that have a name here are written first, in the order of their ids; the others follow in their order.
/// </summary>
public sealed record WsmpMessage
{
    /// <summary>EtherType of WSMP.</summary>
    public const ushort EtherType = 0x88DC;

    private const byte TxPowerId = 4;
    private const byte ChannelNumberId = 15;
    private const byte DataRateId = 16;
    private const byte ByPsid = 0;
    private const byte ByPsidExtended = 1;
    private const byte GreatestTransportId = 5;

    /// <summary>What service the message belongs to; 0 when <see cref="TransportId"/> is 2 or more.</summary>
    public required Psid Psid { get; init; }

    /// <summary>What it carries, in V2X an IEEE 1609.2 message; all that follows the TPID when <see cref="TransportId"/> is 2 or more. Compared by reference.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Channel number 172 to 184 (N-extension 15); null when absent.</summary>
    public byte? ChannelNumber { get; init; }

    /// <summary>Transmit power in dBm (N-extension 4); null when absent.</summary>
    public sbyte? TxPower { get; init; }

    /// <summary>Data rate in units of 500 kbit/s (N-extension 16); null when absent.</summary>
    public byte? DataRate { get; init; }

    /// <summary>N-extensions with other ids, of another length, or given a second time.</summary>
    public ImmutableArray<WsmpExtension> OtherExtensions { get; init; } = [];

    /// <summary>
    /// TPID: 0 an address by PSID, 1 the same with T-extensions; 2 and 3 ITS port numbers, 4 and 5 LPP, whose addresses are not taken apart.
    /// 0 is written as 1 when there are <see cref="TransportExtensions"/>.
    /// </summary>
    public byte TransportId { get; init; }

    /// <summary>T-extensions.</summary>
    public ImmutableArray<WsmpExtension> TransportExtensions { get; init; } = [];

    /// <summary>Reads a message from what follows the Ethernet header.</summary>
    /// <param name="octets">The WSMP header and its payload. Octets after the payload (Ethernet padding) are ignored.</param>
    /// <param name="message">The message; its payload is a copy.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> octets, [NotNullWhen(true)] out WsmpMessage? message, [NotNullWhen(false)] out WireError? error)
    {
        message = null;
        var reader = new WsmpReader(octets);
        error = Read(ref reader, out message);
        return message is not null;
    }

    /// <summary>The message on the wire.</summary>
    /// <exception cref="InvalidOperationException">
    /// The payload is longer than 16 383 octets, an extension longer than 127, or there are T-extensions with a TPID that has none.
    /// </exception>
    public byte[] Encode()
    {
        var extensions = Extensions();
        if (Payload.Length > 16_383 || !Fits(extensions) || !Fits(TransportExtensions))
        {
            throw new InvalidOperationException(
                $"A WSM carries at most 16383 octets in extensions of at most 127; this one has {Payload.Length} octets of payload.");
        }

        var octets = new List<byte>(16 + Payload.Length) { extensions.Count > 0 ? (byte)0x0B : (byte)0x03 };
        if (extensions.Count > 0)
        {
            AddExtensions(octets, extensions);
        }

        var transportId = TransportId == ByPsid && !TransportExtensions.IsEmpty ? ByPsidExtended : TransportId;
        if (transportId != ByPsidExtended && !TransportExtensions.IsEmpty)
        {
            throw new InvalidOperationException($"TPID {transportId} has no T-extensions here; expected 0 or 1.");
        }

        octets.Add(transportId);
        if (transportId > ByPsidExtended)
        {
            return [.. octets, .. Payload.Span];
        }

        Span<byte> psid = stackalloc byte[4];
        octets.AddRange(psid[..Psid.Write(psid)]);
        if (transportId == ByPsidExtended)
        {
            AddExtensions(octets, TransportExtensions);
        }

        if (Payload.Length >= 128)
        {
            octets.Add((byte)(0x80 | (Payload.Length >> 8)));
        }

        octets.Add((byte)Payload.Length);
        octets.AddRange(Payload.Span);
        return [.. octets];
    }

    private static bool Fits(IReadOnlyCollection<WsmpExtension> extensions) => extensions.Count <= 127 && extensions.All(extension => extension.Value.Length <= 127);

    private static void AddExtensions(List<byte> octets, IReadOnlyCollection<WsmpExtension> extensions)
    {
        octets.Add((byte)extensions.Count);
        foreach (var extension in extensions)
        {
            octets.AddRange([extension.Id, (byte)extension.Value.Length, .. extension.Value.Span]);
        }
    }

    private static WireError? Read(ref WsmpReader reader, out WsmpMessage? message)
    {
        message = null;
        if (!reader.TryOctet(out var first) || (first & 0x07) != 3 || first >> 4 != 0)
        {
            return new WireError($"found {(reader.Offset == 0 ? "nothing" : $"0x{first:X2}")}, expected WSMP version 3, subtype 0 (0x03 or 0x0B)", 0);
        }

        var header = new WsmpMessage { Psid = default, Payload = default };
        if ((first & 0x08) != 0)
        {
            if (!reader.TryExtensions(out var extensions))
            {
                return new WireError("the list of N-extensions ends early", reader.Offset);
            }

            header = header.With(extensions);
        }

        if (!reader.TryOctet(out var tpid))
        {
            return new WireError("the message ends before the transport protocol id", reader.Offset);
        }

        if (tpid > GreatestTransportId)
        {
            return new WireError($"transport protocol id {tpid}, expected 0 or 1 (an address by PSID), 2 or 3 (ITS ports), 4 or 5 (LPP)", reader.Offset - 1);
        }

        if (tpid > ByPsidExtended)
        {
            message = header with { TransportId = tpid, Payload = reader.Take(reader.Remaining) };
            return null;
        }

        if (!reader.TryPsid(out var psid))
        {
            return new WireError("expected a p-encoded PSID of 1 to 4 octets", reader.Offset);
        }

        List<WsmpExtension> transport = [];
        if (tpid == ByPsidExtended && !reader.TryExtensions(out transport))
        {
            return new WireError("the list of T-extensions ends early", reader.Offset);
        }

        var lengthOffset = reader.Offset;
        if (!reader.TryLength(out var length) || length > reader.Remaining)
        {
            return new WireError($"the length says {length} octets, {reader.Remaining} follow", lengthOffset);
        }

        message = header with { Psid = psid, TransportId = tpid, TransportExtensions = transport.ToImmutableArray(), Payload = reader.Take(length) };
        return null;
    }

    private List<WsmpExtension> Extensions()
    {
        var extensions = new List<WsmpExtension>();
        if (TxPower is { } power)
        {
            extensions.Add(new WsmpExtension(TxPowerId, new[] { unchecked((byte)power) }));
        }

        if (ChannelNumber is { } channel)
        {
            extensions.Add(new WsmpExtension(ChannelNumberId, new[] { channel }));
        }

        if (DataRate is { } rate)
        {
            extensions.Add(new WsmpExtension(DataRateId, new[] { rate }));
        }

        extensions.AddRange(OtherExtensions);
        return extensions;
    }

    private WsmpMessage With(List<WsmpExtension> extensions)
    {
        var message = this;
        foreach (var extension in extensions)
        {
            message = (extension.Id, extension.Value.Length) switch
            {
                (TxPowerId, 1) when message.TxPower is null => message with { TxPower = unchecked((sbyte)extension.Value.Span[0]) },
                (ChannelNumberId, 1) when message.ChannelNumber is null => message with { ChannelNumber = extension.Value.Span[0] },
                (DataRateId, 1) when message.DataRate is null => message with { DataRate = extension.Value.Span[0] },
                _ => message with { OtherExtensions = message.OtherExtensions.Add(extension) },
            };
        }

        return message;
    }
}
