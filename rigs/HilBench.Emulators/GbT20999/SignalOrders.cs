namespace HilBench.Emulators.GbT20999;

/// <summary>What a host orders. All zero: the controller runs its own program.</summary>
/// <param name="Stage">Stage to go to and to stay in, from 1; 0 for none.</param>
/// <param name="Plan">Plan to run; 0 for its own choice.</param>
/// <param name="Flash">Whether to flash.</param>
/// <param name="AllRed">Whether to rest in red.</param>
public readonly record struct SignalOrders(int Stage, int Plan, bool Flash, bool AllRed);
