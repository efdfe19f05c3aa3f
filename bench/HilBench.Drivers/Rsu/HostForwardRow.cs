using System.Net;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;

namespace HilBench.Drivers.Rsu;

/// <summary>What a unit is to forward to a host by UDP: messages that it receives, or sends.</summary>
/// <param name="Psid">PSID.</param>
/// <param name="Host">The host, port 1024 or more.</param>
public sealed record HostForwardRow(Psid Psid, IPEndPoint Host)
{
    /// <summary>Weakest signal, −100 to −60 dBm; received messages only.</summary>
    public int LeastLevel { get; init; } = -100;

    /// <summary>Every nth message, 1 to 9; received messages only.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>What of them: bare messages or 1609.2 data; NTCIP 1218 only.</summary>
    public ForwardedForm Form { get; init; } = ForwardedForm.Dot2Data;

    /// <summary>Not before this; null for no limit.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Not from this on; null for no limit.</summary>
    public DateTimeOffset? Stop { get; init; }
}
