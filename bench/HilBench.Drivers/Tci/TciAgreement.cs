using HilBench.Wire.Tci;

namespace HilBench.Drivers.Tci;

/// <summary>How the bench speaks the Test Control Interface with a device.</summary>
/// <param name="Encoding">The agreed encoding.</param>
/// <param name="Standard">Whose frame carries the requests about basic safety messages.</param>
/// <param name="Patience">How long an answer may take before the request has failed.</param>
public sealed record TciAgreement(TciEncoding Encoding, TciStandard Standard, TimeSpan Patience)
{
    /// <summary>OER, SAE J2945/1, a second.</summary>
    public static TciAgreement Default { get; } = new(TciEncoding.Oer, TciStandard.J29451, TimeSpan.FromSeconds(1));
}
