namespace HilBench.Drivers.Doctor;

/// <summary>Whether serial lines may be opened.</summary>
internal sealed class SerialGroupCheck : IMachineCheck
{
    private const string Name = "serial permission";
    private const string Group = "dialout";
    private static readonly char[] Blanks = [' ', '\t'];

    public CheckResult Look(IMachine machine)
    {
        if (Numbers(machine, "Uid").Skip(1).FirstOrDefault() == "0")
        {
            return CheckResult.Present(Name, "root opens every serial line");
        }

        // name:password:number:members
        var number = machine.ReadText("/etc/group")?.Split('\n').Select(line => line.Split(':')).FirstOrDefault(fields => fields is [Group, _, _, ..])?[2];
        return number is not null && Numbers(machine, "Groups").Concat(Numbers(machine, "Gid")).Contains(number, StringComparer.Ordinal)
            ? CheckResult.Present(Name, $"this user is in the group {Group}")
            : CheckResult.Lacking(
                Name,
                number is null ? $"there is no group {Group} here" : $"this user is not in the group {Group}",
                "serial lines of real devices (GNSS input, vehicle bus) cannot be opened; emulated ones are pseudo-terminals and can",
                $"sudo usermod -aG {Group} $USER, then log in again");
    }

    private static string[] Numbers(IMachine machine, string name) =>
        ProcessStatus.Value(machine, name)?.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
