namespace HilBench.Runs;

/// <summary>A setting of a device that was not the same before and after the run.</summary>
/// <param name="Name">Which setting.</param>
/// <param name="Before">Its value before; null when it was not there.</param>
/// <param name="After">Its value after; null when it was not there.</param>
public sealed record ConfigurationDifference(string Name, string? Before, string? After);
