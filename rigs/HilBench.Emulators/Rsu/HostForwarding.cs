using System.Net;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;

namespace HilBench.Emulators.Rsu;

/// <summary>What is forwarded to a host, and how.</summary>
/// <param name="Psid">PSID.</param>
/// <param name="Host">The host.</param>
/// <param name="LeastLevel">Weakest signal that is forwarded, dBm.</param>
/// <param name="Nth">Every nth message is; 0 for none.</param>
/// <param name="Window">When they are.</param>
/// <param name="Form">What of them is.</param>
internal sealed record HostForwarding(Psid Psid, IPEndPoint Host, int LeastLevel, int Nth, DeliveryWindow Window, ForwardedForm Form);
