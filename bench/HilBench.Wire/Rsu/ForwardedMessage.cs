using System.Diagnostics.CodeAnalysis;
using HilBench.Asn1;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.J2735;

namespace HilBench.Wire.Rsu;

/// <summary>A message that a road-side unit received and forwarded.</summary>
/// <param name="Form">The form it came in.</param>
/// <param name="Message">The J2735 MessageFrame in UPER. Compared by reference.</param>
/// <param name="Offset">Octet offset of the message in the datagram; null where it was taken out of signed data.</param>
public sealed record ForwardedMessage(ForwardedForm Form, ReadOnlyMemory<byte> Message, int? Offset)
{
    private const int LeastStartFlag = 18;
    private const int GreatestStartFlag = 32;

    // No header that is known is longer; a datagram of nothing but start flags must not cost a decoding of each.
    private const int LongestHeader = 128;

    /// <summary>Reads a datagram that has to have a form.</summary>
    /// <param name="datagram">The datagram.</param>
    /// <param name="form">The form that was asked for.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why it does not have that form, and which one it seems to have.</param>
    public static bool TryParse(
        ReadOnlyMemory<byte> datagram, ForwardedForm form, [NotNullWhen(true)] out ForwardedMessage? message, [NotNullWhen(false)] out WireError? error)
    {
        message = Read(datagram, form);
        error = message is not null ? null
            : new WireError(
                Guess(datagram) is { } guess
                    ? $"expected {Name(form)}, found what looks like {Name(guess.Form)}{At(guess)}; set the row's secure column, or say in the rig file what the unit sends"
                    : $"expected {Name(form)}, found {datagram.Length} octets that hold no J2735 message",
                0);
        return message is not null;
    }

    /// <summary>Finds out what a datagram is, for diagnosis only: a wrong guess can hide a fault of the unit.</summary>
    /// <param name="datagram">The datagram.</param>
    /// <returns>The message: of a form that fits, else from the first start flag of a J2735 message (00 12 to 00 20) in the first 128 octets that decodes; null when there is none.</returns>
    public static ForwardedMessage? Guess(ReadOnlyMemory<byte> datagram)
    {
        foreach (var form in (ReadOnlySpan<ForwardedForm>)[ForwardedForm.Wsmp, ForwardedForm.Dot2Data, ForwardedForm.Message])
        {
            if (Read(datagram, form) is { } message)
            {
                return message;
            }
        }

        for (var offset = 1; offset < Math.Min(LongestHeader, datagram.Length - 2); offset++)
        {
            if (datagram.Span[offset] == 0 && datagram.Span[offset + 1] is >= LeastStartFlag and <= GreatestStartFlag && IsMessageFrame(datagram.Span[offset..]))
            {
                return new ForwardedMessage(ForwardedForm.Message, datagram[offset..], offset);
            }
        }

        return null;
    }

    private static ForwardedMessage? Read(ReadOnlyMemory<byte> datagram, ForwardedForm form)
    {
        switch (form)
        {
            case ForwardedForm.Message:
                return IsMessageFrame(datagram.Span) ? new ForwardedMessage(form, datagram, 0) : null;
            case ForwardedForm.Dot2Data:
                return ReadDot2(datagram, form, 0);
            default:
                return WsmpMessage.TryParse(datagram.Span, out var wsm, out _) && wsm.TransportId <= 1
                    ? ReadDot2(wsm.Payload, form, datagram.Length - wsm.Payload.Length)
                    : null;
        }
    }

    private static ForwardedMessage? ReadDot2(ReadOnlyMemory<byte> data, ForwardedForm form, int offset) =>
        Dot2Payload.TryTake(data.Span, out var inner) && IsMessageFrame(inner)
            ? new ForwardedMessage(form, inner, data.Span.EndsWith(inner) ? offset + data.Length - inner.Length : null)
            : null;

    private static bool IsMessageFrame(ReadOnlySpan<byte> octets)
    {
        // All messages have numbers below 256, so that the first octet is zero; the frame has to take all octets there are.
        if (octets.Length < 3 || octets[0] != 0)
        {
            return false;
        }

        try
        {
            return (MessageFrame.Decode(octets).BitsConsumed + 7) / 8 == octets.Length;
        }
        catch (Asn1ContentException)
        {
            return false;
        }
    }

    private static string Name(ForwardedForm form) => form switch
    {
        ForwardedForm.Message => "a bare MessageFrame (UPER)",
        ForwardedForm.Dot2Data => "Ieee1609Dot2Data (03 80 or 03 81 …)",
        _ => "a WSMP message with IEEE 1609.2 data (03 or 0B …)",
    };

    private static string At(ForwardedMessage message) => message.Form == ForwardedForm.Message && message.Offset > 0 ? $" at octet {message.Offset}" : string.Empty;
}
