namespace HilBench.Rigs;

/// <summary>A serial line of a device.</summary>
/// <param name="Port">Path of the bench's port, for example <c>/dev/ttyUSB0</c>; null for a pseudo-terminal that the bench makes, which only an emulated device can be at.</param>
/// <param name="Baud">Bits a second.</param>
public sealed record SerialPlan(string? Port, int Baud) : CarrierPlan;
