namespace HilBench.Wire.GbT20999;

/// <summary>The values that the bench and its emulator speak of (GB/T 20999-2017, annex B), with element 0 where they have elements.</summary>
public static class GbObjects
{
    /// <summary>Who made it: 128 octets of text, filled with zeros.</summary>
    public static readonly GbObjectId Manufacturer = new(1, 1, 0, 0);

    /// <summary>Version: two octets of hardware, two of software.</summary>
    public static readonly GbObjectId DeviceVersion = new(1, 2, 0, 0);

    /// <summary>Serial number: 16 octets of text.</summary>
    public static readonly GbObjectId DeviceNumber = new(1, 3, 0, 0);

    /// <summary>Number of the controller: u32.</summary>
    public static readonly GbObjectId ControllerId = new(2, 5, 0, 0);

    /// <summary>How many intersections it controls: u8.</summary>
    public static readonly GbObjectId IntersectionCount = new(2, 6, 0, 0);

    /// <summary>How many lamp groups it has: u8.</summary>
    public static readonly GbObjectId LampGroupCount = new(3, 1, 0, 0);

    /// <summary>Kind of a lamp group: <see cref="GbLampGroupKind"/>.</summary>
    public static readonly GbObjectId LampGroupKind = new(3, 2, 2, 0);

    /// <summary>State of a lamp group: <see cref="GbLampState"/>.</summary>
    public static readonly GbObjectId LampGroupState = new(3, 3, 1, 0);

    /// <summary>How many phases it has: u8.</summary>
    public static readonly GbObjectId PhaseCount = new(4, 1, 0, 0);

    /// <summary>Lamp group of a phase: u8.</summary>
    public static readonly GbObjectId PhaseLampGroup = new(4, 2, 2, 0);

    /// <summary>How many stages it has: u8.</summary>
    public static readonly GbObjectId StageCount = new(6, 1, 0, 0);

    /// <summary>Phases of a stage: 8 octets, the least significant bit is phase 1.</summary>
    public static readonly GbObjectId StagePhases = new(6, 2, 2, 0);

    /// <summary>State of a stage: <see cref="GbStageState"/>.</summary>
    public static readonly GbObjectId StageState = new(6, 3, 2, 0);

    /// <summary>For how long a stage has run: seconds, u32; u16 on devices seen.</summary>
    public static readonly GbObjectId StageElapsed = new(6, 3, 3, 0);

    /// <summary>What is left of a stage: seconds, u32; u16 on devices seen.</summary>
    public static readonly GbObjectId StageRemaining = new(6, 3, 4, 0);

    /// <summary>How many plans it has: u8.</summary>
    public static readonly GbObjectId PlanCount = new(9, 1, 0, 0);

    /// <summary>Universal time: u16 year, then month, day, hour, minute, second.</summary>
    public static readonly GbObjectId UniversalTime = new(13, 1, 10, 0);

    /// <summary>Mode of an intersection: <see cref="GbRunMode"/>.</summary>
    public static readonly GbObjectId RunMode = new(13, 2, 2, 0);

    /// <summary>Plan in force: u8.</summary>
    public static readonly GbObjectId CurrentPlan = new(13, 2, 3, 0);

    /// <summary>Stage that runs: u8.</summary>
    public static readonly GbObjectId CurrentStage = new(13, 2, 4, 0);

    /// <summary>How many alarms it remembers: u32.</summary>
    public static readonly GbObjectId AlarmCount = new(15, 1, 0, 0);

    /// <summary>Number of an alarm: u32.</summary>
    public static readonly GbObjectId AlarmNumber = new(15, 2, 1, 0);

    /// <summary>Kind of an alarm: u8.</summary>
    public static readonly GbObjectId AlarmKind = new(15, 2, 2, 0);

    /// <summary>Value of an alarm: u8.</summary>
    public static readonly GbObjectId AlarmValue = new(15, 2, 3, 0);

    /// <summary>When an alarm was raised: 7 octets as in <see cref="UniversalTime"/>.</summary>
    public static readonly GbObjectId AlarmTime = new(15, 2, 4, 0);

    /// <summary>How many faults it remembers: u32.</summary>
    public static readonly GbObjectId FaultCount = new(16, 1, 0, 0);

    /// <summary>Number of a fault: u32.</summary>
    public static readonly GbObjectId FaultNumber = new(16, 2, 1, 0);

    /// <summary>Kind of a fault: u8.</summary>
    public static readonly GbObjectId FaultKind = new(16, 2, 2, 0);

    /// <summary>When a fault happened: 7 octets as in <see cref="UniversalTime"/>.</summary>
    public static readonly GbObjectId FaultTime = new(16, 2, 3, 0);

    /// <summary>What the controller did about a fault: u8.</summary>
    public static readonly GbObjectId FaultAction = new(16, 2, 4, 0);

    /// <summary>Stage that the centre orders: u8; 0 gives it back.</summary>
    public static readonly GbObjectId OrderedStage = new(17, 2, 0, 0);

    /// <summary>Plan that the centre orders: u8; 0 gives it back.</summary>
    public static readonly GbObjectId OrderedPlan = new(17, 3, 0, 0);

    /// <summary>Mode that the centre orders: <see cref="GbRunMode"/>; 0 gives it back.</summary>
    public static readonly GbObjectId OrderedMode = new(17, 4, 0, 0);

    /// <summary>The centre's orders as attributes 2, 3 and 4 of one table, an element an intersection: the form of the public golden frame.</summary>
    public static readonly GbObjectId OrderTable = new(17, 1, 0, 0);
}
