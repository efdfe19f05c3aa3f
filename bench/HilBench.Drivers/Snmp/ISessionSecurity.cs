using System.Diagnostics.CodeAnalysis;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Snmp;

/// <summary>Puts PDUs into messages of one version and takes them out again.</summary>
internal interface ISessionSecurity
{
    /// <summary>The message that goes out next for a request: the request itself, or what must be known first.</summary>
    /// <param name="request">The request; its id is the ticket.</param>
    byte[] Seal(SnmpPdu request);

    /// <summary>Opens what came.</summary>
    /// <param name="octets">The message.</param>
    /// <param name="ticket">Ticket of the request that it answers.</param>
    /// <param name="answer">A response or a report.</param>
    /// <param name="refusal">Why it is of no use.</param>
    bool TryOpen(ReadOnlySpan<byte> octets, out int ticket, [NotNullWhen(true)] out SnmpPdu? answer, [NotNullWhen(false)] out string? refusal);

    /// <summary>What a report means: null to send the request again, else why that is of no use, and the remedy.</summary>
    string? Judge(SnmpPdu report);

    /// <summary>What the agent's silence probably means, and the remedy.</summary>
    string ExplainSilence();
}
