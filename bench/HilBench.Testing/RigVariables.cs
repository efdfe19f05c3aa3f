namespace HilBench.Testing;

/// <summary>Environment variables that say on what the suites run; each has the meaning of the option of <c>hilbench certify</c> with the same name.</summary>
public static class RigVariables
{
    /// <summary>The rig's folder.</summary>
    public const string Rig = "HILBENCH_RIG";

    /// <summary>The scenario file.</summary>
    public const string Scenario = "HILBENCH_SCENARIO";

    /// <summary><c>full</c> (default) or <c>reduced</c>.</summary>
    public const string Evidence = "HILBENCH_EVIDENCE";

    /// <summary><c>virtual</c> (default) or <c>wall</c>.</summary>
    public const string Clock = "HILBENCH_CLOCK";

    /// <summary><c>memory</c> or <c>udp</c>; default: what the rig says.</summary>
    public const string Links = "HILBENCH_LINKS";

    /// <summary>Where the evidence goes; a new folder below <c>artifacts/runs</c> when it is not set.</summary>
    public const string Out = "HILBENCH_OUT";
}
