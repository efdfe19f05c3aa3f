namespace HilBench.Testing;

/// <summary>
/// Names the rig and the scenario on which the purposes of a fixture are run. Environment variables win over it, so that a lab runs the same
/// suite on its own rig: see <see cref="RigVariables"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RigAttribute : Attribute
{
    /// <summary>The rig's folder; the emulated rig that comes with the bench when it is not set.</summary>
    public string? Folder { get; init; }

    /// <summary>The scenario file; the one for the evidence level when it is not set.</summary>
    public string? Scenario { get; init; }
}
