namespace HilBench.Drivers.Doctor;

/// <summary>Whether the ports that rigs with sockets use are free.</summary>
internal sealed class PortCheck : IMachineCheck
{
    private const string Name = "ports";

    public CheckResult Look(IMachine machine)
    {
        var states = RigPort.All.Select(port => (Port: port, State: machine.StateOf(port))).ToArray();
        var taken = states.Where(entry => entry.State == PortState.InUse).Select(entry => entry.Port).ToArray();
        var barred = states.Where(entry => entry.State == PortState.NotAllowed).Select(entry => entry.Port).ToArray();
        if (taken.Length == 0 && barred.Length == 0)
        {
            return CheckResult.Present(Name, $"free: {string.Join(", ", RigPort.All)}");
        }

        string?[] found = [Told(taken, "in use"), Told(barred, "not for this user")];
        string?[] remedies =
        [
            taken.Length == 0 ? null : $"ss -lpn | grep -E ':({string.Join('|', taken.Select(port => port.Number))}) ' shows the program to end",
            barred.Length == 0 ? null : $"sudo sysctl -w net.ipv4.ip_unprivileged_port_start={barred.Min(port => port.Number)}",
        ];
        return CheckResult.Lacking(
            Name,
            string.Join("; ", found.OfType<string>()),
            "a device that a rig file puts on one of these ports cannot be emulated here; rigs that leave the port to the bench are not touched",
            $"{string.Join("; ", remedies.OfType<string>())}; or give other ports in the rig file");
    }

    private static string? Told(RigPort[] ports, string what) =>
        ports.Length == 0 ? null : $"{what}: {string.Join(", ", ports.Select(port => $"{port} ({port.Carries})"))}";
}
