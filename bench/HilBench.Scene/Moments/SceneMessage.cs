using HilBench.Links;

namespace HilBench.Scene;

/// <summary>A message that was on the air a moment ago.</summary>
/// <param name="Device">Device that sent it.</param>
/// <param name="Kind">What it is: <c>BSM</c>, <c>SPAT</c>, <c>MAP</c> …</param>
/// <param name="At">When.</param>
public sealed record SceneMessage(string Device, string Kind, Instant At);
