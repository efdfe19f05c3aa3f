using System.Collections.Immutable;
using HilBench.Wire.J2735;

namespace HilBench.Wire.Decoding;

/// <summary>What octets turned out to be.</summary>
public sealed record FoundMessage
{
    /// <summary>Number of octets that were given.</summary>
    public required int OctetCount { get; init; }

    /// <summary>Name of the innermost message, for example <c>BasicSafetyMessage</c>; null when it could not be told.</summary>
    public string? Name { get; init; }

    /// <summary>The protocols, from the outermost to the innermost; empty when nothing was recognised.</summary>
    public required ImmutableArray<MessageLayer> Layers { get; init; }

    /// <summary>What was assumed, and from which octets.</summary>
    public required ImmutableArray<string> Assumptions { get; init; }

    /// <summary>Why the message could not be read to its end; null when it was.</summary>
    public MessageFault? Fault { get; init; }

    /// <summary>The J2735 message; null when there is none, or it could not be read to its end.</summary>
    public MessageFrame? Frame { get; init; }

    /// <summary>Whether everything was read and nothing breaks a constraint.</summary>
    public bool IsClean => Fault is null && Layers.All(layer => layer.Violations.Count == 0);
}
