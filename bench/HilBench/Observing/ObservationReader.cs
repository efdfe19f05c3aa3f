using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire;
using HilBench.Wire.AirWrappers;
using HilBench.Wire.CabinetIo;
using HilBench.Wire.Csae;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.GeoNetworking;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.J2735;
using HilBench.Wire.Nmea;
using HilBench.Wire.Tscbm;

namespace HilBench.Observing;

/// <summary>
/// Turns packets into observations. What a packet is follows from its link layer, then from the kind of its tap or, in captures of other
/// programs, from EtherType, UDP port and, on air taps, the octets. Pure: the same packet always gives the same observation.
/// </summary>
public static class ObservationReader
{
    private const ushort TscbmPort = 6053;
    private const ushort ImmediateForwardPort = 1516;

    /// <summary>Reads one packet of a capture.</summary>
    public static Observation Read(CapturedPacket packet) => ReadBehind(packet, 0);

    /// <summary>Reads one packet of a capture in which a unit put octets of its own before each air frame.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="skip">
    /// Octets that a unit puts before each air frame, 0 or more: passed over in UDP datagrams of no known port and in packets of a link type that is not known.
    /// </param>
    public static Observation ReadBehind(CapturedPacket packet, int skip)
    {
        var content = ReadContent(packet.Tap, packet.Frame, skip);
        if (content is UndecodedContent undecoded && packet.OriginalLength > packet.Frame.Length)
        {
            var reason = $"the capture holds {packet.Frame.Length} of {packet.OriginalLength} octets; capture again without a snap length (tcpdump -s 0)";
            content = undecoded with { Reason = reason, Offset = packet.Frame.Length };
        }

        // Captures of other programs rarely tell the way; what only ever goes to a device does.
        var direction = packet.Direction ?? (content is ImmediateForwardContent or DetectorContent or GnssContent ? Direction.ToDevice : Direction.FromDevice);
        return new Observation(packet.Number, packet.Tap.Name, packet.At, packet.Source, direction, packet.Frame, content);
    }

    /// <summary>Reads one message as a tap tells it during the run.</summary>
    /// <param name="frame">The message.</param>
    /// <param name="number">Its number in the capture, from 1.</param>
    public static Observation Read(TapFrame frame, int number) =>
        Read(new CapturedPacket(number, frame.Tap, frame.At, frame.Direction, frame.Frame, frame.Frame.Length) { Source = frame.Source });

    private static Content ReadContent(TapInterface tap, ReadOnlyMemory<byte> frame, int skip)
    {
        if (tap.Layer == LinkLayer.User0 && skip == 0)
        {
            return BenchMark.Read(frame);
        }

        if (!LinkHeader.TryParse((int)tap.Layer, frame, out var header, out var error))
        {
            return skip > 0 && !LinkHeader.Knows((int)tap.Layer) ? ReadWrapped(frame, 0, skip, isC2p: false) : Undecoded("a link-layer header", error, 0);
        }

        return header.EtherType is LinkHeader.Ipv4 or LinkHeader.Ipv6 ? ReadUdp(tap, frame, header.PayloadOffset, skip) : ReadPacket(header, frame);
    }

    private static Content ReadPacket(LinkHeader header, ReadOnlyMemory<byte> frame) => header.EtherType switch
    {
        WsmpMessage.EtherType => ReadAir(header, frame),
        GeoNetworkingPacket.EtherType => ReadGeoNetworking(header, frame),
        DsmpPacket.EtherType => DsmpPacket.TryParse(frame.Span[header.PayloadOffset..], out var packet, out var error)
            ? new PacketContent(header.Source, "DSMP", packet.AidName ?? FormattableString.Invariant($"application {packet.Aid}"))
            : Undecoded("DSMP", error, header.PayloadOffset),
        _ => new UndecodedContent(
            "WSMP, GeoNetworking, DSMP or IP",
            $"EtherType 0x{header.EtherType:X4}, expected 0x88DC (WSMP), 0x8947 (GeoNetworking), 0x88E2 (DSMP), 0x0800 or 0x86DD (IP)",
            header.PayloadOffset),
    };

    private static Content ReadGeoNetworking(LinkHeader header, ReadOnlyMemory<byte> frame)
    {
        if (!GeoNetworkingPdu.TryParse(frame[header.PayloadOffset..], out var pdu, out var error))
        {
            return Undecoded("GeoNetworking", error, header.PayloadOffset);
        }

        var payload = pdu.Payload.Span;
        var message = pdu.Common switch
        {
            null => "secured",
            { NextHeader: NextAfterCommonValues.BtpA or NextAfterCommonValues.BtpB } when payload.Length >= 2 => FormattableString.Invariant($"BTP port {(payload[0] << 8) | payload[1]}"),
            _ => "no transport",
        };
        return new PacketContent(header.Source, "GeoNetworking", message);
    }

    private static Content ReadAir(LinkHeader header, ReadOnlyMemory<byte> frame)
    {
        var octets = frame.Span[header.PayloadOffset..];
        if (!WsmpMessage.TryParse(octets, out var wsmp, out var error))
        {
            return Undecoded("WSMP", error, header.PayloadOffset);
        }

        return Dot2Data.TryUnwrap(wsmp.Payload.Span, out var message, out error)
            ? ReadFrame(header, wsmp, message)
            : Undecoded("an unsecured IEEE 1609.2 message", error, header.PayloadOffset + octets.IndexOf(wsmp.Payload.Span));
    }

    private static AirContent ReadFrame(LinkHeader header, WsmpMessage wsmp, byte[] message)
    {
        try
        {
            return new AirContent(header.Source, wsmp, MessageFrame.Decode(message), message) { Radio = header.Radio };
        }
        catch (Asn1ContentException exception)
        {
            return new AirContent(header.Source, wsmp, null, message) { Radio = header.Radio, FrameError = exception.Message };
        }
    }

    // What a unit or a sniffer copied from the air to a UDP port or a file, with its own header before it.
    private static Content ReadWrapped(ReadOnlyMemory<byte> octets, int offset, int skip, bool isC2p)
    {
        if (skip >= octets.Length - offset)
        {
            return new UndecodedContent("an air frame", $"{octets.Length - offset} octets, of which {skip} are to be passed over", offset);
        }

        offset += skip;
        return AirWrapper.TryUnwrap(octets[offset..], isC2p, out var header, out var error)
            ? ReadPacket(header with { PayloadOffset = offset + header.PayloadOffset }, octets)
            : Undecoded("an air frame", error, offset);
    }

    private static Content ReadUdp(TapInterface tap, ReadOnlyMemory<byte> frame, int offset, int skip)
    {
        if (!UdpPacket.TryParse(frame[offset..], out var packet, out var error))
        {
            return Undecoded("a UDP datagram", error, offset);
        }

        var octets = packet.Payload.Span;
        offset += packet.PayloadOffset;
        return KindOf(tap.Name, packet.DestinationPort) switch
        {
            "spat" => TscbmMessage.TryParse(octets, out var message, out error) ? new TscbmContent(message) : Undecoded("TSCBM", error, offset),
            "ifm" or "store" => ImmediateForwardMessage.TryParse(octets, out var text, out error)
                ? new ImmediateForwardContent(text)
                : Undecoded("RSU 4.1 immediate-forward text", error, offset),
            "lamps" => LampStates.TryParse(octets, out var lamps, out error) ? new LampContent(lamps) : Undecoded("lamp states", error, offset),
            "detectors" => DetectorInputs.TryParse(octets, out var inputs, out error) ? new DetectorContent(inputs) : Undecoded("detector inputs", error, offset),
            "gnss" => GnssFix.TryParse(octets, out var fix, out error) ? new GnssContent(fix) : Undecoded("NMEA RMC and GGA", error, offset),
            "air" => ReadWrapped(frame[..(offset + octets.Length)], offset, skip, packet.DestinationPort == C2pPacket.Port),
            "traps" => new DialogueContent("SNMP notifications"),
            "bus" => new DialogueContent("SLCAN"),
            "alerts" => new DialogueContent("alerts, JSON"),
            "tci" => new DialogueContent("OmniAir TCI"),
            "ut" => new DialogueContent("ETSI Upper Tester"),
            "gbt20999" => new DialogueContent("GB/T 20999"),
            "cloud" => new DialogueContent("OpenV2X over MQTT"),
            _ when skip > 0 => ReadWrapped(frame[..(offset + octets.Length)], offset, skip, isC2p: false),
            _ => new UndecodedContent(
                "a known UDP port",
                $"UDP port {packet.DestinationPort}, expected {TscbmPort} (TSCBM), {ImmediateForwardPort} (immediate forward), {C2pPacket.Port} (C2P) or {AirWrapper.Pc5Port} (PC5)",
                offset),
        };
    }

    private static string? KindOf(string tap, ushort port) => tap[(tap.LastIndexOf('.') + 1)..] switch
    {
        "spat" or "ifm" or "store" or "lamps" or "detectors" or "gnss" or "air" or "traps" or "bus" or "alerts" or "tci" or "ut" or "gbt20999" or "cloud" => tap[(tap.LastIndexOf('.') + 1)..],
        _ => port switch { TscbmPort => "spat", ImmediateForwardPort => "ifm", C2pPacket.Port or AirWrapper.Pc5Port => "air", _ => null },
    };

    private static UndecodedContent Undecoded(string expected, WireError? error, int offset) =>
        new(expected, error?.Message ?? "unreadable", offset + (error?.Offset ?? 0));
}
