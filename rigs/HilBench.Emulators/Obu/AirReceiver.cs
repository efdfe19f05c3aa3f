using HilBench.Links;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.J2735;

namespace HilBench.Emulators.Obu;

/// <summary>Takes J2735 messages off the air stand-in: Ethernet, WSMP, unsecured IEEE 1609.2. What is none of these is let pass.</summary>
internal static class AirReceiver
{
    /// <summary>The message in a frame; null when there is none, or when it breaks a constraint.</summary>
    public static object? Message(Datagram datagram)
    {
        if (!EthernetFrame.TryParse(datagram.Bytes, out var frame, out _)
            || frame.EtherType != WsmpMessage.EtherType
            || !WsmpMessage.TryParse(frame.Payload.Span, out var wsmp, out _)
            || !Dot2Data.TryUnwrap(wsmp.Payload.Span, out var payload, out _))
        {
            return null;
        }

        try
        {
            var decoded = MessageFrame.Decode(payload);
            return decoded.Violations.Count == 0 ? decoded.Value.Value : null;
        }
        catch (Asn1.Asn1ContentException)
        {
            return null;
        }
    }
}
