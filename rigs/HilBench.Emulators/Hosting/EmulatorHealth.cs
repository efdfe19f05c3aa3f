using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>What an emulator says of itself.</summary>
/// <param name="State"><c>waiting</c> for its start, <c>running</c> or <c>ended</c>.</param>
/// <param name="Name">Name of the device.</param>
/// <param name="Kind">Kind of device.</param>
/// <param name="Version">Version of the emulator.</param>
/// <param name="Now">Its clock.</param>
/// <param name="Links">Its links by kind.</param>
public sealed record EmulatorHealth(
    string State, string Name, string Kind, string Version, Instant Now, ImmutableSortedDictionary<string, LinkHealth> Links)
{
    /// <summary>The control port; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Control { get; init; }

    /// <summary>When its event loop ran late, the last spans, oldest first; told on the control port only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<LateSpan> Late { get; init; }

    /// <summary>Why it has ended, or why a request was refused; null when neither.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }
}
