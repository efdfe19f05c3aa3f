using System.Collections.Immutable;

namespace HilBench.Scenarios;

/// <summary>What the world does during a run: site, signal plans, and what happens when.</summary>
public sealed record Scenario
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What happens in it, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>Where the virtual clock starts; under the wall clock a run starts when it starts.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>How long it lasts.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required int Seed { get; init; }

    /// <summary>The intersection.</summary>
    public required Site Site { get; init; }

    /// <summary>Octets of the frame with the MAP message that is installed at the start.</summary>
    public required ImmutableArray<byte> Map { get; init; }

    /// <summary>Plans of the controller; it starts with the first.</summary>
    public required ImmutableArray<SignalPlan> Plans { get; init; }

    /// <summary>Changes of plan.</summary>
    public required ImmutableArray<PlanChange> PlanChanges { get; init; }

    /// <summary>Detector calls at stated times.</summary>
    public required ImmutableArray<DetectorCall> Calls { get; init; }

    /// <summary>Detector calls with random gaps.</summary>
    public required ImmutableArray<RandomCalls> RandomCalls { get; init; }

    /// <summary>Vehicles.</summary>
    public required ImmutableArray<VehicleTrip> Vehicles { get; init; }

    /// <summary>Messages for immediate forwarding.</summary>
    public required ImmutableArray<ForwardSeries> Forwards { get; init; }

    /// <summary>Changes of the MAP.</summary>
    public required ImmutableArray<MapChange> MapChanges { get; init; }

    /// <summary>Files it was read from: the scenario file first, then the site or MAP file.</summary>
    public required ImmutableArray<string> Files { get; init; }
}
