namespace HilBench.Runs;

/// <summary>Machine and software of the bench.</summary>
/// <param name="Bench">Name and version of the bench.</param>
/// <param name="Runtime">.NET runtime.</param>
/// <param name="OperatingSystem">Operating system.</param>
/// <param name="Processors">Number of logical processors.</param>
public sealed record RunEnvironment(string Bench, string Runtime, string OperatingSystem, int Processors);
