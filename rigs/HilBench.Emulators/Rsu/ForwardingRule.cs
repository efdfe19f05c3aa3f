using HilBench.Wire.Ieee1609;

namespace HilBench.Emulators.Rsu;

/// <summary>What may be forwarded to the air at once.</summary>
/// <param name="Psid">PSID.</param>
/// <param name="MessageId">J2735 message id; null for any.</param>
/// <param name="Channel">Radio channel.</param>
internal sealed record ForwardingRule(Psid Psid, int? MessageId, int Channel);
