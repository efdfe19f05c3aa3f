using HilBench.Wire.Tci;

namespace HilBench.Rigs;

/// <summary>How a unit is steered by OmniAir's Test Control Interface, version 3.</summary>
/// <param name="Encoding">The agreed encoding.</param>
/// <param name="IsCv2x">Whether requests about BSMs are of SAE J3161/1 (C-V2X), else of SAE J2945/1.</param>
public sealed record TestControlPlan(TciEncoding Encoding, bool IsCv2x);
