using System.Globalization;

namespace HilBench.Drivers.Doctor;

/// <summary>Room for evidence: an hour of a busy intersection takes some hundred megabytes.</summary>
/// <param name="folder">Where evidence would go.</param>
internal sealed class EvidenceRoomCheck(string folder) : IMachineCheck
{
    private const string Name = "room for evidence";
    private const long Least = 500_000_000;

    public CheckResult Look(IMachine machine)
    {
        const string Cost = "no run can be recorded, and what is not recorded is not judged";
        if (machine.RoomFor(folder) is not { } octets)
        {
            return CheckResult.Needed(Name, $"nothing can be written to {folder}", Cost, $"mkdir -p {folder} && chmod u+w {folder}, or give another folder with --out");
        }

        var room = string.Create(CultureInfo.InvariantCulture, $"{octets / 1e9:0.0} GB free for {folder}");
        return octets >= Least
            ? CheckResult.Present(Name, room)
            : CheckResult.Needed(Name, $"{room}, less than 0.5 GB", Cost, $"du -sh {folder}/* shows what takes the room; remove old runs, or give another folder with --out");
    }
}
