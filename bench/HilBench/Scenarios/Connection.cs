namespace HilBench.Scenarios;

/// <summary>A way from one lane to another.</summary>
/// <param name="From">Lane id of the ingress lane or crosswalk.</param>
/// <param name="To">Lane id it leads to; a crosswalk leads to itself.</param>
/// <param name="Maneuver">What a vehicle does on it.</param>
/// <param name="SignalGroup">Signal group that rules it, 1 to 255; null when none does.</param>
public sealed record Connection(int From, int To, Maneuver Maneuver, int? SignalGroup);
