namespace HilBench.Rigs;

/// <summary>A vehicle's bus behind a CAN adapter that speaks SLCAN.</summary>
/// <param name="BitsPerSecond">Rate of the bus.</param>
/// <param name="Description">DBC file that describes it, relative to the rig file; null for the one that comes with the bench.</param>
public sealed record VehicleBusPlan(int BitsPerSecond, string? Description);
