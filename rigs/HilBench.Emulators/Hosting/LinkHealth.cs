using System.Text.Json.Serialization;

namespace HilBench.Emulators.Hosting;

/// <summary>One link of an emulator, with what went over it so far.</summary>
/// <param name="Local">Address and port that it is bound to.</param>
/// <param name="Sent">Datagrams sent.</param>
/// <param name="Received">Datagrams received.</param>
public sealed record LinkHealth(string Local, long Sent, long Received)
{
    /// <summary>Where it sends to; null when it only listens.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remote { get; init; }

    /// <summary>How often the network said that nobody listens at the remote port.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Unreachable { get; init; }

    /// <summary>Datagrams that could not be sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Failed { get; init; }

    /// <summary>Why the last one could not be sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Failure { get; init; }
}
