using System.Globalization;

namespace HilBench.Drivers.Doctor;

/// <summary>How much the kernel keeps for a socket while the bench is busy.</summary>
internal sealed class ReceiveBufferCheck : IMachineCheck
{
    private const string Name = "socket buffers";
    private const string Limit = "/proc/sys/net/core/rmem_max";
    private const int Wanted = 4 << 20; // what each socket of the bench asks for

    public CheckResult Look(IMachine machine)
    {
        if (!long.TryParse(machine.ReadText(Limit), NumberStyles.Integer, CultureInfo.InvariantCulture, out var octets))
        {
            return CheckResult.Lacking(
                Name, $"{Limit} cannot be read", "whether bursts are lost shows only afterwards, in the drop counters of the run", "run on Linux");
        }

        return octets >= Wanted
            ? CheckResult.Present(Name, $"{octets} octets a socket are allowed")
            : CheckResult.Lacking(
                Name,
                $"{octets} octets a socket are allowed, {Wanted} are asked for",
                "under load the kernel may throw messages away; each run counts and reports them",
                $"sudo sysctl -w net.core.rmem_max={Wanted}");
    }
}
