using System.Diagnostics.CodeAnalysis;
using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>The J2735 messages that a device put on the air.</summary>
internal static class AirMessage
{
    /// <summary>The air message of an observation, when a device sent it.</summary>
    public static AirContent? SentBy(Observation observation) =>
        observation.Direction == Direction.FromDevice ? observation.Content as AirContent : null;

    /// <summary>The message of one kind in an observation, when a device sent it and it could be decoded.</summary>
    /// <typeparam name="T">The J2735 message.</typeparam>
    public static bool Is<T>(Observation observation, [NotNullWhen(true)] out AirContent? air, [NotNullWhen(true)] out T? message)
        where T : class
    {
        air = SentBy(observation);
        message = air?.Frame?.Value.Value as T;
        return message is not null;
    }
}
