namespace HilBench.Watch.Following;

/// <summary>What a tap carries.</summary>
/// <param name="Tap">Name of the tap.</param>
/// <param name="PerSecond">Packets per second over the last two seconds.</param>
/// <param name="Packets">Packets since the beginning.</param>
/// <param name="Since">Time since its last packet.</param>
internal sealed record TapRate(string Tap, double PerSecond, long Packets, TimeSpan Since);
