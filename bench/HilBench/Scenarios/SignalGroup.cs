namespace HilBench.Scenarios;

/// <summary>Which controller output a signal group shows: exactly one of the two is set.</summary>
/// <param name="Group">Signal group of the MAP and SPAT messages, 1 to 255.</param>
/// <param name="Phase">NEMA phase whose vehicle signals it shows, 1 to 16.</param>
/// <param name="PedPhase">NEMA phase whose pedestrian signals it shows, 1 to 16.</param>
public sealed record SignalGroup(int Group, int? Phase, int? PedPhase);
