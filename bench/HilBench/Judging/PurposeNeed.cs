namespace HilBench.Judging;

/// <summary>What is missing for a purpose of the catalogue to be executed.</summary>
public enum PurposeNeed
{
    /// <summary>A rule: the interfaces are there, nobody has written it yet.</summary>
    Rule,

    /// <summary>A rule, and a device that an Upper Tester can tell what to do.</summary>
    UpperTester,

    /// <summary>A rule, and simulated positions for a real device.</summary>
    Position,

    /// <summary>A rule, and the device's vehicle bus or test control interface.</summary>
    VehicleBus,

    /// <summary>A rule, and a device whose warnings to its driver can be read.</summary>
    Alert,

    /// <summary>A radio, which the bench does not have.</summary>
    Radio,

    /// <summary>Evidence of the manufacturer, reviewed by people: there is nothing to run.</summary>
    Manufacturer,
}
