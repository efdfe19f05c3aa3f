using System.Collections.Immutable;
using HilBench.Judging;

namespace HilBench.Runs;

/// <summary>What a lost device means for the purposes that judge its kind: none of them passes, and the reason says why.</summary>
internal static class LostDevices
{
    /// <summary>The verdict in view of the devices that were lost.</summary>
    /// <param name="verdict">The verdict on what was recorded.</param>
    /// <param name="faults">Devices that the bench lost.</param>
    /// <param name="rig">The rig; null when it is not known, and then every loss concerns every purpose.</param>
    public static PurposeVerdict Bear(PurposeVerdict verdict, ImmutableArray<DeviceFaultRecord> faults, RigIdentity? rig)
    {
        var kinds = Catalogue.Us[verdict.Purpose.Id].AppliesTo.Split('+', '/');
        var reasons = faults.Where(fault => rig is null || Concerns(rig, fault.Device, kinds)).Select(fault => $"{fault.Device}: {fault.Reason}").Distinct(StringComparer.Ordinal).ToArray();
        return reasons.Length == 0 ? verdict : verdict with
        {
            Verdict = verdict.Verdict.Worse(Verdict.Inconclusive),
            Reason = $"{string.Join(" ", reasons)} Besides: {verdict.Reason}",
        };
    }

    private static bool Concerns(RigIdentity rig, string name, string[] kinds) =>
        rig.Devices.FirstOrDefault(device => device.Name == name)?.Kind is not { } kind || kinds.Contains(Word(kind), StringComparer.Ordinal);

    // The catalogue's word for a kind of device.
    private static string Word(string kind) => kind switch
    {
        "signal-controller" => "ASC",
        "rsu" => "RSU",
        "obu" => "OBU",
        _ => kind,
    };
}
