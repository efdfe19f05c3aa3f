namespace HilBench.Drivers.Doctor;

/// <summary>Whether a Docker daemon answers.</summary>
internal sealed class DockerCheck : IMachineCheck
{
    private const string Name = "Docker";
    private const string DefaultSocket = "/var/run/docker.sock";
    private const string Scheme = "unix://";

    public CheckResult Look(IMachine machine)
    {
        const string Cost = "rigs whose devices are containers (rigs/docker) cannot be opened; emulated and loopback rigs can";
        var host = machine.Variable("DOCKER_HOST") ?? Scheme + DefaultSocket;
        if (!host.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return CheckResult.Lacking(Name, $"DOCKER_HOST is {host}, not a socket of this machine: not asked", Cost, "unset DOCKER_HOST to use the daemon of this machine");
        }

        var socket = host[Scheme.Length..];
        return machine.AskDocker(socket) switch
        {
            DaemonState.Answers => CheckResult.Present(Name, $"a daemon answers at {socket}"),
            DaemonState.NotAllowed => CheckResult.Lacking(Name, $"this user may not use {socket}", Cost, "sudo usermod -aG docker $USER, then log in again"),
            _ => CheckResult.Lacking(Name, $"no daemon answers at {socket}", Cost, "sudo apt-get install docker.io && sudo systemctl start docker"),
        };
    }
}
