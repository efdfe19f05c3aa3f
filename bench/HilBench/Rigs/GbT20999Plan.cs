using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>How a signal controller is spoken to by GB/T 20999-2017.</summary>
public sealed record GbT20999Plan
{
    /// <summary>Version of the protocol, major in the upper octet.</summary>
    public required ushort Version { get; init; }

    /// <summary>Number of the bench as a host.</summary>
    public required byte HostId { get; init; }

    /// <summary>Number of the controller.</summary>
    public required uint ControllerId { get; init; }

    /// <summary>Which of its intersections, from 1.</summary>
    public required byte Intersection { get; init; }

    /// <summary>Which lamps of the site its lamp groups are.</summary>
    public required ImmutableArray<LampGroupPlan> LampGroups { get; init; }

    /// <summary>Whether its answers have sequence numbers of their own.</summary>
    public bool OwnSequence { get; init; }

    /// <summary>Whether it takes the centre's orders as the table 17.1.</summary>
    public bool OrderTable { get; init; }

    /// <summary>How long an answer may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How often to ask again.</summary>
    public required int Retries { get; init; }
}
