namespace HilBench.Drivers.Ntcip1202;

/// <summary>How the bench speaks NTCIP 1202 with a signal controller.</summary>
public sealed record Ntcip1202DriverSettings
{
    /// <summary>How often the lamps are read.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often orders are given again at the latest. They are given three times in the controller's backup time, if that is more often.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most assignments of one request, 1 or more: controllers take few.</summary>
    public int MaxBindings { get; init; } = 10;

    /// <summary>Which SPaT feed is enabled when the bench connects (Econolite's object); null leaves it as it is.</summary>
    public SpatFeed? Feed { get; init; }
}
