namespace HilBench.Emulators.DualRing;

/// <summary>In how many ticks a phase's signals change, at the least and at the most; null when there is no greatest time.</summary>
internal readonly record struct PhaseForecast(long VehMin, long? VehMax, long PedMin, long? PedMax);
