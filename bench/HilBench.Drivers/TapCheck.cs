namespace HilBench.Drivers;

/// <summary>What was heard on a tap while a rig was checked.</summary>
/// <param name="Tap">The tap.</param>
/// <param name="Packets">Packets that passed.</param>
/// <param name="Undecoded">Of these, how many could not be read as what the tap carries.</param>
public sealed record TapCheck(string Tap, long Packets, long Undecoded);
