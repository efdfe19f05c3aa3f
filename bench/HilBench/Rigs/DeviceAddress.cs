using System.Collections.Immutable;

namespace HilBench.Rigs;

/// <summary>Where a device is reached over UDP.</summary>
/// <param name="Host">Its IP address.</param>
/// <param name="Ports">Ports by kind of link (<c>spat</c>, <c>air</c> …); a kind that is not there takes any free port.</param>
public sealed record DeviceAddress(string Host, ImmutableDictionary<string, int> Ports)
{
    /// <summary>The port of a kind of link; 0 for any free one.</summary>
    public int Port(string kind) => Ports.GetValueOrDefault(kind);
}
