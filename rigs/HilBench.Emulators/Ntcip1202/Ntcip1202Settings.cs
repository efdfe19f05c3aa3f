using System.Collections.Immutable;

namespace HilBench.Emulators.Ntcip1202;

/// <summary>What a signal controller's NTCIP objects start with.</summary>
public sealed record Ntcip1202Settings
{
    /// <summary>Maker, as the module table states it.</summary>
    public string Make { get; init; } = "HilBench";

    /// <summary>Model, as the module table states it.</summary>
    public string Model { get; init; } = "emulated dual-ring controller";

    /// <summary>Version of the software, as the module table states it.</summary>
    public string Version { get; init; } = "1.0";

    /// <summary>unitBackupTime at the start, seconds; 0 to 65535, 0 switches the backup off.</summary>
    public int BackupSeconds { get; init; } = 300;

    /// <summary>Preempts; none here: <see cref="PreemptPlan.Usual"/>.</summary>
    public ImmutableArray<PreemptPlan> Preempts { get; init; } = [];

    /// <summary>Vendor's quirks switched on, by name (<see cref="PersonalityTable"/>).</summary>
    public ImmutableHashSet<string> Personalities { get; init; } = [];
}
