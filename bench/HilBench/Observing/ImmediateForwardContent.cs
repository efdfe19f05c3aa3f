using HilBench.Wire.ImmediateForward;

namespace HilBench.Observing;

/// <summary>A message for an RSU to send: at once (<c>*.ifm</c>), or stored and repeated (<c>*.store</c>).</summary>
/// <param name="Message">The message.</param>
public sealed record ImmediateForwardContent(ImmediateForwardMessage Message) : Content;
