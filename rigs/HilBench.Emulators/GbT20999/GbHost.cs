using HilBench.Wire.GbT20999;

namespace HilBench.Emulators.GbT20999;

/// <summary>A host that speaks with the controller.</summary>
internal sealed class GbHost
{
    /// <summary>How it named itself and the controller; null before it has spoken.</summary>
    public GbParty? Party { get; set; }

    /// <summary>Sends it the octets of a frame, without escapes.</summary>
    public Action<byte[]>? Send { get; set; }
}
