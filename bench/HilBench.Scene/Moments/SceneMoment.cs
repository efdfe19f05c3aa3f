using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Scenarios;

namespace HilBench.Scene;

/// <summary>Everything that a picture shows of one moment of a recording.</summary>
public sealed record SceneMoment
{
    /// <summary>The moment.</summary>
    public required Instant At { get; init; }

    /// <summary>Time since the recording began.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The intersection as the last MAP on the air describes it; null before the first.</summary>
    public required Site? Site { get; init; }

    /// <summary>The device whose MAP describes it; null before the first.</summary>
    public string? SiteSource { get; init; }

    /// <summary>Its signal groups, by number.</summary>
    public required ImmutableArray<SceneSignal> Signals { get; init; }

    /// <summary>The vehicles.</summary>
    public required ImmutableArray<SceneVehicle> Vehicles { get; init; }

    /// <summary>Messages of devices in the last 200 ms, oldest first.</summary>
    public required ImmutableArray<SceneMessage> Messages { get; init; }

    /// <summary>Warnings on the air in the last two seconds, one sentence each.</summary>
    public required ImmutableArray<string> Alerts { get; init; }

    /// <summary>Findings to point at.</summary>
    public ImmutableArray<SceneMark> Marks { get; init; } = [];
}
