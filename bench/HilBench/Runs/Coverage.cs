using System.Collections.Immutable;

namespace HilBench.Runs;

/// <summary>What this build does not cover, whatever the run.</summary>
internal static class Coverage
{
    /// <summary>One sentence each.</summary>
    public static ImmutableArray<string> NotCovered { get; } =
    [
        "Radio: message content and timing are judged at Ethernet and IP interfaces; power, spectrum, range and channel access are not.",
        "Air interface: stand-in. Frames that a radio would carry are observed on an Ethernet-framed link of the device.",
        "Security: messages are unsecured (IEEE 1609.2 unsecuredData); signatures, certificates and certificate change are not judged.",
        "Purposes of the catalogue that are not listed here were not executed.",
        "Purposes whose basis is a secondary source are informative: the purchased standard decides.",
    ];
}
