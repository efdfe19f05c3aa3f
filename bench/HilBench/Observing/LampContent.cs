using HilBench.Wire.CabinetIo;

namespace HilBench.Observing;

/// <summary>What the lamps at a controller's field terminals show.</summary>
/// <param name="Lamps">The lamps.</param>
public sealed record LampContent(LampStates Lamps) : Content;
