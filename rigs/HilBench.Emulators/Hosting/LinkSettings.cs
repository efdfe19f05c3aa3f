using System.Net;
using System.Text.Json.Serialization;

namespace HilBench.Emulators.Hosting;

/// <summary>Addresses of one link of an emulator.</summary>
public sealed record LinkSettings
{
    /// <summary>Address and port that the device binds; port 0 takes a free one. Null on a link on which it only sends: any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IPEndPoint? Local { get; init; }

    /// <summary>Where the device sends to; null on a link on which it only listens.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IPEndPoint? Remote { get; init; }
}
