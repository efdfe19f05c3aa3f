namespace HilBench.Runs;

/// <summary>What is known when a run starts; written to the evidence folder first (<c>header.json</c>), so that an interrupted run can be judged.</summary>
/// <param name="SchemaVersion">Version of the shape, as in <see cref="RunRecord"/>.</param>
/// <param name="Suite">Name of the suite.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Rig">The rig.</param>
/// <param name="Method">How the run is made; the uncertainty is not yet known and is 0 here.</param>
/// <param name="Environment">Machine and software.</param>
/// <param name="StartedUtc">When the run started.</param>
public sealed record RunHeader(
    int SchemaVersion,
    string Suite,
    ScenarioIdentity Scenario,
    RigIdentity Rig,
    RunMethod Method,
    RunEnvironment Environment,
    DateTimeOffset StartedUtc);
