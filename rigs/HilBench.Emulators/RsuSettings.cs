using System.Collections.Immutable;

namespace HilBench.Emulators;

/// <summary>What an RSU emulator is set to.</summary>
/// <param name="IntersectionId">Intersection whose controller feeds it, 0 to 65535.</param>
/// <param name="Groups">Its signal groups.</param>
/// <param name="ForwardRows">What it forwards at once.</param>
/// <param name="Mac">MAC address, 6 octets.</param>
/// <param name="ProcessingDelay">From a datagram to the air, at least; up to 4 ms are added, seeded.</param>
/// <param name="Defects">Defects switched on, by name (<see cref="DefectTable"/>).</param>
/// <param name="Seed">Seed of the variation of its delay.</param>
public sealed record RsuSettings(
    int IntersectionId,
    ImmutableArray<SignalGroupMapping> Groups,
    ImmutableArray<ImmediateForwardRow> ForwardRows,
    ImmutableArray<byte> Mac,
    TimeSpan ProcessingDelay,
    ImmutableHashSet<string> Defects,
    int Seed)
{
    /// <summary>Personalities switched on, by name (<see cref="PersonalityTable"/>).</summary>
    public ImmutableHashSet<string> Personalities { get; init; } = [];
}
