using HilBench.Wire.Ieee1609;

namespace HilBench.Emulators;

/// <summary>A row of an RSU's immediate-forward table (RSU 4.1 MIB rsuDsrcForward): only what matches a row goes to the air.</summary>
/// <param name="Psid">PSID.</param>
/// <param name="Channel">Radio channel.</param>
public sealed record ImmediateForwardRow(Psid Psid, int Channel);
