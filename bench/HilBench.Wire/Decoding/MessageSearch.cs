using System.Collections.Immutable;
using HilBench.Asn1;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.ImmediateForward;
using HilBench.Wire.J2735;
using HilBench.Wire.Tscbm;

namespace HilBench.Wire.Decoding;

/// <summary>Reads the protocols of one message, and keeps the layers, the assumptions and the fault.</summary>
internal sealed partial class MessageSearch(ReadOnlyMemory<byte> input)
{
    private const string J2735Protocol = "SAE J2735";
    private const string WsmpProtocol = "IEEE 1609.3 WSMP";
    private const string Dot2Protocol = "IEEE 1609.2";
    private const string ImmediateForwardProtocol = "RSU 4.1 immediate forward";
    private const string TscbmProtocol = "signal controller broadcast";

    private readonly ImmutableArray<MessageLayer>.Builder _layers = ImmutableArray.CreateBuilder<MessageLayer>();
    private readonly ImmutableArray<string>.Builder _assumptions = ImmutableArray.CreateBuilder<string>();
    private string? _name;
    private MessageFault? _fault;
    private MessageFrame? _frame;

    /// <summary>Whether the octets are lines of keys and values, as an immediate-forward text has them.</summary>
    public static bool IsImmediateForward(ReadOnlySpan<byte> octets) =>
        octets.TrimStart(" \t\r\n"u8).StartsWith("Version"u8) && octets.IndexOf((byte)'=') >= 0;

    /// <summary>The 15 bits behind the extension bit; null when there are not so many.</summary>
    public static int? MessageIdOf(ReadOnlySpan<byte> octets) => octets is [_, _, ..] ? ((octets[0] & 0x7F) << 8) | octets[1] : null;

    public void Assume(string assumption) => _assumptions.Add(assumption);

    public void Fail(string protocol, int bitOffset, string message) => _fault = new MessageFault(protocol, string.Empty, bitOffset, message);

    public FoundMessage Result() => new()
    {
        OctetCount = input.Length,
        Name = _name,
        Layers = _layers.ToImmutable(),
        Assumptions = _assumptions.ToImmutable(),
        Fault = _fault,
        Frame = _frame,
    };

    public bool TryWsmp(ReadOnlyMemory<byte> octets, int offset)
    {
        // 03 80 to 03 83 is IEEE 1609.2: as a WSMP it would name a transport protocol that there is not.
        if (!IsWsmp(octets))
        {
            return false;
        }

        if (offset == 0)
        {
            Assume($"octet 0 is {octets.Span[0]:X2} and a PSID follows: a WSMP of version 3");
        }

        ReadWsmp(octets, offset);
        return true;
    }

    public bool TryDot2(ReadOnlyMemory<byte> octets, int? offset)
    {
        if (octets.Span is not [3, >= 0x80 and <= 0x83, ..])
        {
            return false;
        }

        if (offset == 0)
        {
            Assume($"the first two octets 03 {octets.Span[1]:X2} are an IEEE 1609.2 message");
        }

        if (octets.Span[1] != 0x80)
        {
            return TrySecured(octets, offset);
        }

        if (!Dot2Data.TryUnwrap(octets.Span, out var message, out var error))
        {
            Add(Dot2Protocol, offset, octets.Length, tree: null);
            Fail(Dot2Protocol, 8 * error.Value.Offset, error.Value.Message);
            return true;
        }

        var length = octets.Length - message.Length;
        Add(Dot2Protocol, offset, length, Dot2Fields.Read(octets.Span, message.Length));
        ReadPayload(octets[length..], offset + length, "IEEE 1609.2");
        return true;
    }

    public void ReadImmediateForward()
    {
        Assume("the octets are text that starts with \"Version\": an immediate-forward message of RSU specification 4.1");
        var isRead = ImmediateForwardMessage.TryParse(input.Span, out var message, out var error);
        var tree = ImmediateForwardFields.Read(input.Span);
        var deviations = isRead ? message!.Deviations.Select(deviation => Deviation(tree, deviation)).ToArray() : [];
        Add(ImmediateForwardProtocol, 0, input.Length, tree, deviations);
        if (!isRead)
        {
            Fail(ImmediateForwardProtocol, 8 * error!.Value.Offset, error.Value.Message);
        }
        else if (!TryDot2(message!.Payload, offset: null))
        {
            ReadPayload(message.Payload, null, "the line Payload");
        }
    }

    public void ReadTscbm()
    {
        Assume("the first two octets CD 10 are a TSCBM");
        var isRead = TscbmMessage.TryParse(input.Span, out _, out var error);
        Add(TscbmProtocol, 0, input.Length, isRead ? TscbmFields.Read(input.Span) : null);
        if (isRead)
        {
            _name = "TSCBM";
        }
        else
        {
            Fail(TscbmProtocol, 8 * error!.Value.Offset, error.Value.Message);
        }
    }

    public void ReadFrame(ReadOnlyMemory<byte> octets, int? offset)
    {
        Assume("the modules of the 2024 edition, which has the bits of 2016 for the messages of both");
        var tree = new DecodeTree();
        IReadOnlyList<Violation> violations = [];
        _name = MessageIdOf(octets.Span) is { } id ? J2735Messages.NameOf(id) : null;
        try
        {
            var decoded = MessageFrame.Decode(octets.Span, tree);
            violations = decoded.Violations;
            _frame = decoded.Value;
            if (decoded.Value.Value is UnknownOpenType)
            {
                Assume($"messageId {decoded.Value.MessageId} ({_name ?? "no message of the standard"}) has no entry in the modules: its octets are kept, not decoded");
            }
        }
        catch (Asn1ContentException exception)
        {
            _fault = new MessageFault(J2735Protocol, exception.Path, exception.BitOffset, exception.Reason);
        }

        Add(J2735Protocol, offset, octets.Length, tree.Root, violations, J2735Units.Describe);
    }

    private static Violation Deviation(DecodeNode tree, WireError deviation)
    {
        var bit = 8 * deviation.Offset;
        var line = tree.Children.FirstOrDefault(field => bit >= field.BitOffset && bit <= field.BitOffset + field.BitLength);
        return new Violation(line?.Name ?? string.Empty, bit, 0, "RSU 4.1 Appendix C", deviation.Message);
    }

    private static bool IsWsmp(ReadOnlyMemory<byte> octets) => WsmpMessage.TryParse(octets.Span, out var message, out _) && message.TransportId <= 1;

    private void ReadWsmp(ReadOnlyMemory<byte> octets, int offset)
    {
        if (!WsmpMessage.TryParse(octets.Span, out var message, out var error))
        {
            Fail(WsmpProtocol, 8 * error.Value.Offset, error.Value.Message);
            return;
        }

        var header = WsmpFields.Read(octets.Span, out var length);
        Add(WsmpProtocol, offset, length, header);
        var payload = octets.Slice(length, message.Payload.Length);
        if (message.TransportId > 1)
        {
            Fail(WsmpProtocol, 8 * (length - 1), $"transport protocol id {message.TransportId}: {payload.Length} octets that are no address by PSID, kept, not decoded");
            return;
        }

        if (octets.Length > length + payload.Length)
        {
            Assume($"the last {octets.Length - length - payload.Length} octets, behind the length that the WSMP says, are padding");
        }

        if (!TryDot2(payload, offset + length))
        {
            ReadPayload(payload, offset + length, "the WSMP");
        }
    }

    private void ReadPayload(ReadOnlyMemory<byte> octets, int? offset, string carrier)
    {
        if (IsGeoNetworkingCommon(octets.Span))
        {
            ReadGeoNetworkingCommon(octets, offset);
            return;
        }

        Assume($"what {carrier} carries is a J2735 MessageFrame");
        ReadFrame(octets, offset);
    }

    private void Add(string protocol, int? offset, int length, DecodeNode? tree, IReadOnlyList<Violation>? violations = null, Func<DecodeNode, string?>? units = null) =>
        _layers.Add(new MessageLayer(protocol, offset, length, tree, violations ?? []) { Units = units });
}
