namespace HilBench.Drivers.Doctor;

/// <summary>Whether the kernel stamps what arrives: tried on loopback.</summary>
internal sealed class KernelStampCheck : IMachineCheck
{
    private const string Name = "kernel time stamps";

    public CheckResult Look(IMachine machine)
    {
        var (arrived, stamped) = machine.MeasureStamps();
        return arrived > 0 && stamped == arrived
            ? CheckResult.Present(Name, $"SO_TIMESTAMPING: the kernel stamped {stamped} of {arrived} datagrams over loopback")
            : CheckResult.Lacking(
                Name,
                $"the kernel stamped {stamped} of {arrived} datagrams over loopback",
                "messages are stamped in user space, later and less evenly: a larger uncertainty in every latency",
                "run on Linux (x86-64 or arm64); in a container take the default seccomp profile");
    }
}
