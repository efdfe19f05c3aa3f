using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using HilBench.Wire.Ieee1609;

namespace HilBench.Wire.ImmediateForward;

/// <summary>
/// The text an RSU takes by UDP port 1516 and puts on the air at once (USDOT RSU specification 4.1, Appendix C). With a
/// <see cref="TxIntervalSeconds"/> above 0 it is a store-and-repeat "active message". Read liberally (order, CRLF, case, blanks, comments; what
/// was not as written is in <see cref="Deviations"/>), written strictly.
/// </summary>
public sealed record ImmediateForwardMessage
{
    /// <summary>Version of the text format, <c>0.7</c>.</summary>
    public string Version { get; init; } = "0.7";

    /// <summary>Kind of message: SPAT, MAP, BSM, TIM …</summary>
    public required string Type { get; init; }

    /// <summary>Service the message is sent for; the text has it p-encoded (0x8002).</summary>
    public required Psid Psid { get; init; }

    /// <summary>Priority, 0 to 7 (to 63 with NTCIP 1218).</summary>
    public int Priority { get; init; } = 7;

    /// <summary>Channel access.</summary>
    public TransmissionMode TxMode { get; init; }

    /// <summary>Channel: 172 to 184; CCH is read as 178. Null for SCH, any service channel.</summary>
    public int? TxChannel { get; init; } = 183;

    /// <summary>Repetition in whole seconds; 0 forwards once and at once.</summary>
    public int TxIntervalSeconds { get; init; }

    /// <summary>Not sent before this (UTC, minutes); null for no limit.</summary>
    public DateTimeOffset? DeliveryStart { get; init; }

    /// <summary>Not sent from this on (UTC, minutes); null for no limit.</summary>
    public DateTimeOffset? DeliveryStop { get; init; }

    /// <summary>Whether the RSU is to sign.</summary>
    public bool Signature { get; init; }

    /// <summary>Whether the RSU is to encrypt.</summary>
    public bool Encryption { get; init; }

    /// <summary>The message: octets of a MessageFrame. Compared by reference.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>What a strict reader would refuse; empty for text as the specification writes it. Not written.</summary>
    public ImmutableArray<WireError> Deviations { get; init; } = [];

    /// <summary>DSRC message id of the payload (the 15 bits after the extension bit of a MessageFrame); null when the payload is shorter than 2 octets.</summary>
    public int? MessageId => Payload.Length < 2 ? null : ((Payload.Span[0] & 0x7F) << 8) | Payload.Span[1];

    /// <summary>Reads a datagram.</summary>
    /// <param name="text">ASCII text.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why it is none: no Payload, Type or PSID, or a value that cannot be understood.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out ImmediateForwardMessage? message, [NotNullWhen(false)] out WireError? error)
    {
        var reader = new ImmediateForwardReader();
        error = reader.Read(text);
        message = error is null ? reader.Message : null;
        return message is not null;
    }

    /// <summary>The text, LF line ends, keys in the specification's order.</summary>
    public byte[] Encode()
    {
        var text = new StringBuilder(160 + (2 * Payload.Length));
        foreach (var (key, value) in Lines())
        {
            text.Append(key).Append('=').Append(value).Append('\n');
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private IEnumerable<(string Key, string Value)> Lines()
    {
        yield return ("Version", Version);
        yield return ("Type", Type);
        yield return ("PSID", Psid.ToString());
        yield return ("Priority", Priority.ToString(CultureInfo.InvariantCulture));
        yield return ("TxMode", TxMode == TransmissionMode.Continuous ? "CONT" : "ALT");
        yield return ("TxChannel", TxChannel?.ToString(CultureInfo.InvariantCulture) ?? "SCH");
        yield return ("TxInterval", TxIntervalSeconds.ToString(CultureInfo.InvariantCulture));
        yield return ("DeliveryStart", Delivery(DeliveryStart));
        yield return ("DeliveryStop", Delivery(DeliveryStop));
        yield return ("Signature", Signature ? "True" : "False");
        yield return ("Encryption", Encryption ? "True" : "False");
        yield return ("Payload", Convert.ToHexString(Payload.Span));
    }

    private static string Delivery(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString(ImmediateForwardReader.DeliveryFormat, CultureInfo.InvariantCulture) ?? "";
}
