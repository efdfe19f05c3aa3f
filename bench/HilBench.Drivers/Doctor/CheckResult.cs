namespace HilBench.Drivers.Doctor;

/// <summary>One line of what <c>hilbench doctor</c> says.</summary>
/// <param name="Name">What was looked for, for example <c>raw Ethernet</c>.</param>
/// <param name="Outcome">Whether it is there.</param>
/// <param name="Found">What is there.</param>
/// <param name="Cost">What cannot be done without it; null when nothing is missing.</param>
/// <param name="Remedy">The command, or the step, that brings it; null when nothing is missing.</param>
public sealed record CheckResult(string Name, CheckOutcome Outcome, string Found, string? Cost = null, string? Remedy = null)
{
    /// <summary>It is there.</summary>
    public static CheckResult Present(string name, string found) => new(name, CheckOutcome.Present, found);

    /// <summary>It is not there, and the default rig does without it.</summary>
    public static CheckResult Lacking(string name, string found, string cost, string remedy) => new(name, CheckOutcome.Lacking, found, cost, remedy);

    /// <summary>It is not there, and the default rig needs it.</summary>
    public static CheckResult Needed(string name, string found, string cost, string remedy) => new(name, CheckOutcome.Needed, found, cost, remedy);
}
