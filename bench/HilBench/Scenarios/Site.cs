using System.Collections.Immutable;
using HilBench.Geometry;

namespace HilBench.Scenarios;

/// <summary>An intersection: its lanes, how they connect, and which signal rules which way.</summary>
public sealed record Site
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Intersection id of its MAP and SPAT messages, 0 to 65535.</summary>
    public required int Intersection { get; init; }

    /// <summary>Where its tangent plane touches the ellipsoid.</summary>
    public required GeoPoint Reference { get; init; }

    /// <summary>Its lanes, by id.</summary>
    public required ImmutableArray<Lane> Lanes { get; init; }

    /// <summary>Ways between lanes.</summary>
    public required ImmutableArray<Connection> Connections { get; init; }

    /// <summary>Signal groups and the controller outputs that they show.</summary>
    public required ImmutableArray<SignalGroup> SignalGroups { get; init; }

    /// <summary>Revision of its MAP message when a run starts, 0 to 127.</summary>
    public int MapRevision { get; init; } = 1;

    /// <summary>The lane with an id; null when there is none.</summary>
    public Lane? FindLane(int id) => Lanes.FirstOrDefault(lane => lane.Id == id);

    /// <summary>The connection between two lanes; null when there is none.</summary>
    public Connection? FindConnection(int from, int to) =>
        Connections.FirstOrDefault(connection => connection.From == from && connection.To == to);

    /// <summary>The NEMA phase that rules a connection; null when none does.</summary>
    public int? PhaseOf(Connection connection) =>
        SignalGroups.FirstOrDefault(group => group.Group == connection.SignalGroup)?.Phase;
}
