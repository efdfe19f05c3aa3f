using System.Collections.Immutable;
using HilBench.Emulators;
using HilBench.Rigs;
using HilBench.Running;

namespace HilBench.Drivers;

/// <summary>The defects that emulated devices have.</summary>
public static class RigDefects
{
    /// <summary>Names of all defects.</summary>
    public static IEnumerable<string> All => DefectTable.All.Select(defect => defect.Name);

    /// <summary>What a device does wrong that has a defect, in one sentence; empty for a name that is no defect.</summary>
    /// <param name="defect">Name of the defect.</param>
    public static string Describe(string defect) => DefectTable.All.FirstOrDefault(known => known.Name == defect)?.Description ?? string.Empty;

    /// <summary>Names of the personalities that a kind of device knows.</summary>
    /// <param name="kind">Kind as the rig file writes it.</param>
    public static IReadOnlyCollection<string> PersonalitiesOfKind(string kind) => PersonalityTable.Of(kind);

    /// <summary>Names of the defects that a kind of device knows.</summary>
    /// <param name="kind">Kind as the rig file writes it.</param>
    public static IReadOnlyCollection<string> OfKind(string kind) =>
        [.. DefectTable.All.Where(defect => defect.Device == kind).Select(defect => defect.Name)];

    /// <summary>What a rig file may switch on.</summary>
    public static EmulatorWords Words { get; } = new(OfKind, PersonalitiesOfKind);

    /// <summary>The rig with more defects, each at every device of the kind that knows it.</summary>
    /// <param name="rig">The rig.</param>
    /// <param name="defects">Names of defects.</param>
    /// <exception cref="RunException">No device of the rig knows a defect.</exception>
    public static RigPlan SwitchOn(RigPlan rig, ImmutableArray<string> defects)
    {
        var known = rig.Devices.Select(device => device.Kind).Distinct(StringComparer.Ordinal).SelectMany(OfKind).ToArray();
        if (defects.FirstOrDefault(defect => !known.Contains(defect, StringComparer.Ordinal)) is { } unknown)
        {
            throw new RunException($"No device of the rig '{rig.Name}' has a defect '{unknown}'; they have {string.Join(", ", known)}.");
        }

        return rig with
        {
            Devices = [.. rig.Devices.Select(device => device with
            {
                Defects = [.. device.Defects.Union(defects.Where(OfKind(device.Kind).Contains), StringComparer.Ordinal)],
            })],
        };
    }
}
