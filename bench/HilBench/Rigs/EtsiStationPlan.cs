using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>An ETSI ITS station with an Upper Tester of a rig file.</summary>
public sealed record EtsiStationPlan : DevicePlan
{
    /// <summary>How the rig file writes this kind.</summary>
    public const string Word = "etsi-station";

    /// <summary>Station type of a passenger car (ETSI TS 102 894-2).</summary>
    public const int PassengerCar = 5;

    /// <inheritdoc/>
    public override string Kind => Word;

    /// <summary>Its radio's MAC address, six octets; zeros where the rig file does not say it, which only a real device may.</summary>
    public required ImmutableArray<byte> Mac { get; init; }

    /// <summary>Its station id.</summary>
    public required uint StationId { get; init; }

    /// <summary>Its station type: 5 passenger car … 15 road-side unit (ETSI TS 102 894-2).</summary>
    public required int StationType { get; init; }

    /// <summary>Codes and layouts of its Upper Tester: the name of one that comes with the bench, or a file relative to the rig file.</summary>
    public required string Profile { get; init; }

    /// <summary>How long its Upper Tester may take to answer.</summary>
    public required TimeSpan Patience { get; init; }
}
