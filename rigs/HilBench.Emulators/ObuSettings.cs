using System.Collections.Immutable;

namespace HilBench.Emulators;

/// <summary>What an OBU emulator is set to.</summary>
/// <param name="Mac">MAC address, 6 octets.</param>
/// <param name="WidthMetres">Width of its vehicle, at most 10.23 m.</param>
/// <param name="LengthMetres">Length of its vehicle, at most 40.95 m.</param>
/// <param name="Defects">Defects switched on, by name (<see cref="DefectTable"/>).</param>
/// <param name="Seed">Seed of its temporary id, its first message count and its phase in the second.</param>
public sealed record ObuSettings(
    ImmutableArray<byte> Mac, double WidthMetres, double LengthMetres, ImmutableHashSet<string> Defects, int Seed)
{
    /// <summary>Name by which it signs its warnings.</summary>
    public string Name { get; init; } = "obu";

    /// <summary>Quirks of vendors switched on, by name (<see cref="PersonalityTable"/>).</summary>
    public ImmutableHashSet<string> Personalities { get; init; } = [];
}
