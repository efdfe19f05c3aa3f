using System.Collections.Immutable;

namespace HilBench.Runs;

/// <summary>The capture that verdicts were computed from.</summary>
/// <param name="File">File name, relative to the evidence folder.</param>
/// <param name="Sha256">Digest, lower-case hexadecimal.</param>
/// <param name="Octets">Size in octets.</param>
/// <param name="Packets">Number of packets.</param>
/// <param name="FirstUtc">Stamp of the first packet, ISO 8601 with nanoseconds; null when empty.</param>
/// <param name="LastUtc">Stamp of the last packet, ISO 8601 with nanoseconds; null when empty.</param>
/// <param name="Taps">The taps in it.</param>
public sealed record CaptureIdentity(
    string File,
    string Sha256,
    long Octets,
    long Packets,
    string? FirstUtc,
    string? LastUtc,
    ImmutableArray<TapSummary> Taps);
