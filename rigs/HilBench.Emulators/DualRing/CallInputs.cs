namespace HilBench.Emulators.DualRing;

/// <summary>Levels at the controller's inputs in one tick; bit 0 is phase 1.</summary>
/// <param name="Vehicles">Occupied vehicle detectors.</param>
/// <param name="Buttons">Pressed push buttons.</param>
/// <param name="Plan">Plan to run; 0 keeps the one in force.</param>
internal readonly record struct CallInputs(ushort Vehicles, ushort Buttons, int Plan);
