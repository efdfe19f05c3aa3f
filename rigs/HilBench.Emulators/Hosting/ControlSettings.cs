using System.Net;
using System.Text.Json.Serialization;

namespace HilBench.Emulators.Hosting;

/// <summary>The control port of an emulator: UDP, one JSON document a datagram.</summary>
public sealed record ControlSettings
{
    /// <summary>Address and port that it listens on; port 0 takes a free one.</summary>
    public required IPEndPoint Local { get; init; }

    /// <summary>Where it tells its health each second unasked; null for nowhere. Whoever gets it knows that the way from the device is open.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IPEndPoint? Announce { get; init; }

    /// <summary>The emulator ends by itself when it was asked nothing for this long, 1 s or more; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? Lifeline { get; init; }
}
