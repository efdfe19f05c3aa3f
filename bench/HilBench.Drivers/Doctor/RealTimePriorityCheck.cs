namespace HilBench.Drivers.Doctor;

/// <summary>Whether a run in real time goes before the other programs of the machine.</summary>
internal sealed class RealTimePriorityCheck : IMachineCheck
{
    private const string Name = "real-time priority";

    public CheckResult Look(IMachine machine) => machine.AllowsRealTimePriority()
        ? CheckResult.Present(Name, "a run under the wall clock goes before other programs")
        : CheckResult.Lacking(
            Name,
            "the system does not give it to this program",
            "whatever else wants a processor makes the timers of a run under the wall clock late by a millisecond or more; each run counts and reports it",
            "echo \"$USER - rtprio 1\" | sudo tee /etc/security/limits.d/hilbench.conf, then log in again; in a container: docker run --cap-add SYS_NICE");
}
