using System.Collections.Immutable;
using HilBench.Wire.OpenV2X;

namespace HilBench.Emulators.OpenV2X;

/// <summary>What the cloud side of a road-side unit emulator is set to.</summary>
/// <param name="Esn">Serial number: the unit's name in topics.</param>
/// <param name="Name">Name.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Personalities">Quirks switched on, by name (<see cref="PersonalityTable"/>).</param>
public sealed record OpenV2XRsuSettings(string Esn, string Name, RsuLocation Location, ImmutableHashSet<string> Personalities)
{
    /// <summary>Time between heartbeats.</summary>
    public TimeSpan HeartbeatPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time between reports of its load.</summary>
    public TimeSpan RunningInfoPeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time between repetitions of a map or event on the air.</summary>
    public TimeSpan RepetitionPeriod { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Version of its software.</summary>
    public string Version { get; init; } = "1.0";
}
