namespace HilBench.Drivers.Doctor;

/// <summary>Programs by others that the bench's own tests check it with. The tool itself needs none of them.</summary>
internal sealed class PeerProgramCheck : IMachineCheck
{
    private const string Name = "programs of the tests";
    private static readonly (string Program, string Package)[] Programs =
        [("tshark", "tshark"), ("snmpget", "snmp"), ("snmpd", "snmpd"), ("mosquitto", "mosquitto"), ("gpsd", "gpsd"), ("socat", "socat")];

    public CheckResult Look(IMachine machine)
    {
        var missing = Programs.Where(entry => Find(machine, entry.Program) is null).ToArray();
        return missing.Length == 0
            ? CheckResult.Present(Name, $"{string.Join(", ", Programs.Select(entry => entry.Program))}; the tool itself needs none of them")
            : CheckResult.Lacking(
                Name,
                $"not installed: {string.Join(", ", missing.Select(entry => entry.Program))}",
                "the bench's own tests skip what these programs would check; the tool itself needs none of them",
                $"sudo apt-get install {string.Join(' ', missing.Select(entry => entry.Package))}");
    }

    // Daemons are in folders that are not on every user's path.
    private static string? Find(IMachine machine, string program) => machine.FindProgram(program) ?? (machine.List("/usr/sbin", program) is [var path, ..] ? path : null);
}
