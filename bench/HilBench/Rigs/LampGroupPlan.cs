namespace HilBench.Rigs;

/// <summary>Which lamps of the site a lamp group of a controller is.</summary>
/// <param name="Group">Number of the lamp group, from 1.</param>
/// <param name="Phase">Phase whose lamps it is, 1 to 16.</param>
/// <param name="IsPedestrian">Whether it is the phase's pedestrian signal.</param>
public sealed record LampGroupPlan(int Group, int Phase, bool IsPedestrian);
