using System.Text.Json.Serialization;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>What an emulator is asked on its control port. Each is answered with its <see cref="EmulatorHealth"/>, and each keeps the lifeline.</summary>
public sealed record ControlRequest
{
    /// <summary>Asks for the health.</summary>
    public const string Health = "health";

    /// <summary>Starts a device that waits for it, at <see cref="At"/>.</summary>
    public const string Start = "start";

    /// <summary>Ends the emulator.</summary>
    public const string Stop = "stop";

    /// <summary>One of the words above.</summary>
    public required string Ask { get; init; }

    /// <summary>First tick, for <see cref="Start"/>; null for as soon as possible.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? At { get; init; }
}
