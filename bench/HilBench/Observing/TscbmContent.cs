using HilBench.Wire.Tscbm;

namespace HilBench.Observing;

/// <summary>A controller's SPaT feed: one traffic signal controller broadcast message.</summary>
/// <param name="Message">The message.</param>
public sealed record TscbmContent(TscbmMessage Message) : Content;
