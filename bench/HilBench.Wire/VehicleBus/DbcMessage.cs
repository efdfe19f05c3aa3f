using System.Collections.Immutable;

namespace HilBench.Wire.VehicleBus;

/// <summary>A message of a DBC file.</summary>
/// <param name="Id">CAN identifier, without DBC's bit 31.</param>
/// <param name="Extended">Whether the identifier has 29 bits.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Octets">Length of its data, 0 to 8.</param>
/// <param name="Signals">Its signals, in file order.</param>
/// <param name="Cycle">How often it is sent (attribute GenMsgCycleTime); null when the file does not say.</param>
public sealed record DbcMessage(uint Id, bool Extended, string Name, int Octets, ImmutableArray<DbcSignal> Signals, TimeSpan? Cycle = null);
