namespace HilBench.Drivers;

/// <summary>Rig and scenarios that come with the bench, so that it works from any folder: copies of the files of <c>fixtures/</c> and <c>rigs/</c>.</summary>
public static class BundledFiles
{
    /// <summary>Folder of the emulated rig.</summary>
    public static string EmulatedRig => PathOf("rigs", "emulated");

    /// <summary>The scenario with the evidence that a certificate asks for: one hour.</summary>
    public static string HourScenario => PathOf("fixtures", "scenarios", "four-leg-hour.yaml");

    /// <summary>The scenario for regression, with reduced evidence: three minutes.</summary>
    public static string ShortScenario => PathOf("fixtures", "scenarios", "four-leg-short.yaml");

    /// <summary>Description of a vehicle's bus, for units of which the rig file names none.</summary>
    public static string VehicleBus => PathOf("fixtures", "vehicle-bus", "default.dbc");

    private static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}
