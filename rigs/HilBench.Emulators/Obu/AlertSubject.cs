namespace HilBench.Emulators.Obu;

/// <summary>What a warning is about: which rule, and which vehicle or signal group of which intersection.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Vehicle">Temporary id; null for a signal.</param>
/// <param name="Intersection">Intersection; null for a vehicle.</param>
/// <param name="SignalGroup">Signal group; null for a vehicle.</param>
internal readonly record struct AlertSubject(string Rule, string? Vehicle, int? Intersection, int? SignalGroup);
