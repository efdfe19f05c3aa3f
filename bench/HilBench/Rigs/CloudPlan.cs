namespace HilBench.Rigs;

/// <summary>How the bench, as the cloud platform, reaches a road-side unit by OpenV2X's topics.</summary>
/// <param name="Esn">The unit's serial number: its name in topics.</param>
/// <param name="Map">File with the map that is sent down when a run begins, JSON, relative to the rig file; null for none.</param>
public sealed record CloudPlan(string Esn, string? Map);
