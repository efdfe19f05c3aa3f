namespace HilBench.Scenarios;

/// <summary>Messages that the bench hands to a road-side unit for immediate forwarding: SPATs of intersection 9001, each with a payload of its own.</summary>
public sealed record ForwardSeries
{
    /// <summary>Name of the road-side unit in the rig.</summary>
    public required string Device { get; init; }

    /// <summary>Message type of the immediate-forward header, for example <c>SPAT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>PSID under which it goes on the air.</summary>
    public required int Psid { get; init; }

    /// <summary>Radio channel.</summary>
    public required int Channel { get; init; }

    /// <summary>Messages a second.</summary>
    public required double Rate { get; init; }

    /// <summary>When the first is sent, after the start.</summary>
    public required TimeSpan From { get; init; }

    /// <summary>How long the stream lasts.</summary>
    public required TimeSpan For { get; init; }
}
