using System.Collections.Immutable;

namespace HilBench.Emulators.GbT20999;

/// <summary>What the GB/T 20999 side of a signal controller emulator is set to.</summary>
/// <param name="ControllerId">Number of the controller; frames for another one are not answered.</param>
/// <param name="IntersectionId">Number of its intersection, from 1; frames may have it or 0.</param>
/// <param name="Personalities">Quirks switched on, by name (<see cref="PersonalityTable"/>).</param>
public sealed record GbT20999Settings(uint ControllerId, byte IntersectionId, ImmutableHashSet<string> Personalities)
{
    /// <summary>Who made it, at most 128 octets of UTF-8.</summary>
    public string Manufacturer { get; init; } = "HilBench";

    /// <summary>Serial number, at most 16 octets of UTF-8.</summary>
    public string DeviceNumber { get; init; } = "EMULATOR-1";

    /// <summary>Hardware version in the upper, software version in the lower 16 bits.</summary>
    public uint DeviceVersion { get; init; } = 0x0001_0001;

    /// <summary>Time from a request to its answer.</summary>
    public TimeSpan AnswerDelay { get; init; } = TimeSpan.FromMilliseconds(5);
}
