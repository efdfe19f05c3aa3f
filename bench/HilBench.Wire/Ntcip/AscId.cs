using HilBench.Wire.Snmp;

namespace HilBench.Wire.Ntcip;

/// <summary>
/// Names of the objects of an actuated signal controller: NTCIP 1202 v03 below <see cref="Asc"/>, NTCIP 1201 below <see cref="Global"/>. Tables are
/// named by their entry: append column and index. In groups bit 0 is the lowest of eight numbers.
/// </summary>
public static class AscId
{
    /// <summary>Everything of NEMA.</summary>
    public static ObjectId Nema { get; } = new(1, 3, 6, 1, 4, 1, 1206);

    /// <summary>NTCIP 1202.</summary>
    public static ObjectId Asc { get; } = Nema.Append(4, 2, 1);

    /// <summary>NTCIP 1201.</summary>
    public static ObjectId Global { get; } = Nema.Append(4, 2, 6);

    /// <summary>Enables the SPaT feed: 0 off, 2 TSCBM, 6 TSCBM with pedestrians. Instance .0 or .1 (Econolite, SPaT MIB support document).</summary>
    public static ObjectId SpatEnable { get; } = Nema.Append(3, 5, 2, 9, 44, 1);

    /// <summary>maxPhases.</summary>
    public static ObjectId MaxPhases { get; } = Asc.Append(1, 1, 0);

    /// <summary>phaseTable: timing and options, by phase.</summary>
    public static ObjectId Phase { get; } = Asc.Append(1, 2, 1);

    /// <summary>maxPhaseGroups.</summary>
    public static ObjectId MaxPhaseGroups { get; } = Asc.Append(1, 3, 0);

    /// <summary>phaseStatusGroupTable.</summary>
    public static ObjectId PhaseStatusGroup { get; } = Asc.Append(1, 4, 1);

    /// <summary>phaseControlGroupTable.</summary>
    public static ObjectId PhaseControlGroup { get; } = Asc.Append(1, 5, 1);

    /// <summary>phaseControlGroupPhaseOmit, by group.</summary>
    public static ObjectId PhaseOmit { get; } = PhaseControlGroup.Append(2);

    /// <summary>phaseControlGroupPedOmit, by group.</summary>
    public static ObjectId PedOmit { get; } = PhaseControlGroup.Append(3);

    /// <summary>phaseControlGroupHold, by group.</summary>
    public static ObjectId Hold { get; } = PhaseControlGroup.Append(4);

    /// <summary>phaseControlGroupForceOff, by group.</summary>
    public static ObjectId ForceOff { get; } = PhaseControlGroup.Append(5);

    /// <summary>phaseControlGroupVehCall, by group.</summary>
    public static ObjectId VehCall { get; } = PhaseControlGroup.Append(6);

    /// <summary>phaseControlGroupPedCall, by group.</summary>
    public static ObjectId PedCall { get; } = PhaseControlGroup.Append(7);

    /// <summary>vehicleDetectorStatusGroupTable.</summary>
    public static ObjectId VehicleDetectorStatusGroup { get; } = Asc.Append(2, 4, 1);

    /// <summary>Volume and occupancy report.</summary>
    public static ObjectId VolumeOccupancy { get; } = Asc.Append(2, 5);

    /// <summary>pedestrianDetectorStatusGroupTable.</summary>
    public static ObjectId PedestrianDetectorStatusGroup { get; } = Asc.Append(2, 9, 1);

    /// <summary>vehicleDetectorControlGroupTable: actuation by command, v03.</summary>
    public static ObjectId VehicleDetectorControlGroup { get; } = Asc.Append(2, 12, 1);

    /// <summary>pedestrianDetectorControlGroupTable: actuation by command, v03.</summary>
    public static ObjectId PedestrianDetectorControlGroup { get; } = Asc.Append(2, 13, 1);

    /// <summary>Unit parameters, status and control.</summary>
    public static ObjectId Unit { get; } = Asc.Append(3);

    /// <summary>unitBackupTime, seconds; 0: never.</summary>
    public static ObjectId UnitBackupTime { get; } = Unit.Append(3, 0);

    /// <summary>unitControlStatus.</summary>
    public static ObjectId UnitControlStatus { get; } = Unit.Append(5, 0);

    /// <summary>unitFlashStatus.</summary>
    public static ObjectId UnitFlashStatus { get; } = Unit.Append(6, 0);

    /// <summary>unitControl.</summary>
    public static ObjectId UnitControl { get; } = Unit.Append(10, 0);

    /// <summary>Coordination.</summary>
    public static ObjectId Coordination { get; } = Asc.Append(4);

    /// <summary>coordPatternStatus.</summary>
    public static ObjectId PatternStatus { get; } = Coordination.Append(10, 0);

    /// <summary>systemPatternControl: 0 standby, 1 to 253 a pattern, 254 free, 255 flash.</summary>
    public static ObjectId PatternControl { get; } = Coordination.Append(14, 0);

    /// <summary>systemSyncControl.</summary>
    public static ObjectId SyncControl { get; } = Coordination.Append(15, 0);

    /// <summary>preemptTable.</summary>
    public static ObjectId Preempt { get; } = Asc.Append(6, 2, 1);

    /// <summary>preemptControlTable.</summary>
    public static ObjectId PreemptControl { get; } = Asc.Append(6, 3, 1);

    /// <summary>sequenceTable, by sequence and ring.</summary>
    public static ObjectId Sequence { get; } = Asc.Append(7, 3, 1);

    /// <summary>ringControlGroupTable.</summary>
    public static ObjectId RingControlGroup { get; } = Asc.Append(7, 5, 1);

    /// <summary>ringStatusTable.</summary>
    public static ObjectId RingStatus { get; } = Asc.Append(7, 6, 1);

    /// <summary>channelTable.</summary>
    public static ObjectId Channel { get; } = Asc.Append(8, 2, 1);

    /// <summary>channelStatusGroupTable.</summary>
    public static ObjectId ChannelStatusGroup { get; } = Asc.Append(8, 4, 1);

    /// <summary>SPaT block, v03.</summary>
    public static ObjectId Spat { get; } = Asc.Append(16);

    /// <summary>globalMaxModules.</summary>
    public static ObjectId MaxModules { get; } = Global.Append(1, 2, 0);

    /// <summary>globalModuleTable: 3 make, 4 model, 5 version, 6 type.</summary>
    public static ObjectId Module { get; } = Global.Append(1, 3, 1);

    /// <summary>dbCreateTransaction.</summary>
    public static ObjectId DbCreateTransaction { get; } = Global.Append(2, 1, 0);

    /// <summary>globalTime: seconds since 1970-01-01 UTC.</summary>
    public static ObjectId GlobalTime { get; } = Global.Append(3, 1, 0);
}
