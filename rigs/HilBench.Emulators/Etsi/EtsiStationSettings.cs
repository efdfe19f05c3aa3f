using System.Collections.Immutable;
using HilBench.Wire.UpperTester;

namespace HilBench.Emulators.Etsi;

/// <summary>What an ETSI ITS station emulator is set to.</summary>
/// <param name="Mac">MAC address, 6 octets; a new pseudonym takes another.</param>
/// <param name="StationId">Station id; a new pseudonym takes another.</param>
/// <param name="StationType">5 passenger car … 15 road-side unit (ETSI TS 102 894-2).</param>
/// <param name="WidthMetres">Width of its vehicle, at most 6.1 m.</param>
/// <param name="LengthMetres">Length of its vehicle, at most 102.2 m.</param>
/// <param name="Profile">Codes and layouts of its Upper Tester.</param>
/// <param name="Personalities">Personalities switched on, by name (<see cref="PersonalityTable"/>).</param>
/// <param name="Seed">Seed of its pseudonyms and its phase.</param>
public sealed record EtsiStationSettings(
    ImmutableArray<byte> Mac,
    uint StationId,
    int StationType,
    double WidthMetres,
    double LengthMetres,
    UpperTesterProfile Profile,
    ImmutableHashSet<string> Personalities,
    int Seed)
{
    /// <summary>Station type of a road-side unit.</summary>
    public const int RoadSideUnit = 15;

    /// <summary>Whether it sends CAMs; without them, and without other packets, it sends beacons.</summary>
    public bool SendsCams { get; init; } = true;
}
