using System.Collections.Immutable;

namespace HilBench.Runs;

/// <summary>The rig of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="File">File in the evidence folder.</param>
/// <param name="Sha256">Digest of that file, lower-case hexadecimal.</param>
/// <param name="Devices">Its devices.</param>
/// <param name="Air">What carries the air interface, for example <c>stand-in (Ethernet frames in memory)</c>.</param>
public sealed record RigIdentity(string Name, string File, string Sha256, ImmutableArray<DeviceIdentity> Devices, string Air);
