using HilBench.Asn1;
using HilBench.Wire.AirWrappers;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.J2735;

namespace HilBench.Observing;

/// <summary>A message on the air interface: a WAVE short message, in it an unsecured IEEE 1609.2 message, in it a J2735 MessageFrame.</summary>
/// <param name="SourceMac">Source address of the frame, for example <c>02:00:00:00:00:01</c>; null when the link layer of the capture has none.</param>
/// <param name="Wsmp">The WAVE short message.</param>
/// <param name="Frame">The decoded MessageFrame with the constraints it breaks; null when the octets are none (see <see cref="FrameError"/>).</param>
/// <param name="Payload">The MessageFrame's octets.</param>
public sealed record AirContent(string? SourceMac, WsmpMessage Wsmp, Decoded<MessageFrame>? Frame, ReadOnlyMemory<byte> Payload) : Content
{
    /// <summary>What the unit or the sniffer that captured it says of its way over the air; null when it says nothing.</summary>
    public RadioReport? Radio { get; init; }

    /// <summary>Why there is no frame: path, bit and reason; null when there is one.</summary>
    public string? FrameError { get; init; }
}
