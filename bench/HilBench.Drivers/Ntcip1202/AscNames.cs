using System.Globalization;
using HilBench.Wire.Ntcip;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Ntcip1202;

/// <summary>Names of the objects that the bench reads and sets, as NTCIP 1201 and 1202 call them.</summary>
internal static class AscNames
{
    private static readonly (ObjectId Object, string Name)[] Names =
    [
        (AscId.MaxPhases, "maxPhases"),
        .. Columns(
            AscId.Phase, 2, "phaseWalk", "phasePedestrianClear", "phaseMinimumGreen", "phasePassage", "phaseMaximum1", "phaseMaximum2", "phaseYellowChange",
            "phaseRedClear", "phaseRedRevert", "phaseAddedInitial", "phaseMaximumInitial", "phaseTimeBeforeReduction", "phaseCarsBeforeReduction",
            "phaseTimeToReduce", "phaseReduceBy", "phaseMinimumGap", "phaseDynamicMaxLimit", "phaseDynamicMaxStep", "phaseStartup", "phaseOptions",
            "phaseRing", "phaseConcurrency", "phaseMaximum3"),
        (AscId.MaxPhaseGroups, "maxPhaseGroups"),
        .. Columns(
            AscId.PhaseControlGroup, 2, "phaseControlGroupPhaseOmit", "phaseControlGroupPedOmit", "phaseControlGroupHold", "phaseControlGroupForceOff",
            "phaseControlGroupVehCall", "phaseControlGroupPedCall"),
        (AscId.VehicleDetectorControlGroup.Append(2), "vehicleDetectorControlGroupActuation"),
        (AscId.PedestrianDetectorControlGroup.Append(2), "pedestrianDetectorControlGroupActuation"),
        .. Columns(AscId.Unit, 1, "unitStartUpFlash", "unitAutoPedestrianClear", "unitBackupTime", "unitRedRevert"),
        .. Columns(
            AscId.Coordination.Append(7, 1), 2, "patternCycleTime", "patternOffsetTime", "patternSplitNumber", "patternSequenceNumber"),
        .. Columns(AscId.Coordination.Append(9, 1), 3, "splitTime", "splitMode", "splitCoordPhase"),
        (AscId.PatternControl, "systemPatternControl"),
        (AscId.SyncControl, "systemSyncControl"),
        (AscId.PreemptControl.Append(2), "preemptControlState"),
        (AscId.Sequence.Append(3), "sequenceData"),
        .. Columns(AscId.RingControlGroup, 2, "ringControlGroupStopTime", "ringControlGroupForceOff"),
        .. Columns(AscId.Channel, 2, "channelControlSource", "channelControlType", "channelFlash", "channelDim"),
        .. Columns(AscId.Module, 2, "moduleDeviceNode", "moduleMake", "moduleModel", "moduleVersion", "moduleType"),
        (AscId.Global.Append(1, 4), "controllerBaseStandards"),
        (AscId.Global.Append(3, 2), "globalDaylightSaving"),
        (AscId.Global.Append(3, 5), "controllerStandardTimeZone"),
        (AscId.SpatEnable, "asc3ViiMessageEnable"),
    ];

    /// <summary>Name and instance, for example <c>phaseMinimumGreen.2</c>; the identifier of what has no name here.</summary>
    public static string Of(ObjectId instance)
    {
        var (found, name) = Array.Find(Names, candidate => instance.IsWithin(candidate.Object));
        return found is null ? instance.ToString()
            : found.Length == instance.Length ? name
            : string.Create(CultureInfo.InvariantCulture, $"{name}.{string.Join('.', instance.Parts[found.Length..].ToArray())}");
    }

    private static IEnumerable<(ObjectId Object, string Name)> Columns(ObjectId entry, uint first, params string[] names) =>
        names.Select((name, index) => (entry.Append(first + (uint)index), name));
}
