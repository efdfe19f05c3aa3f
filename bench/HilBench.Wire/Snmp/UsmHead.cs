namespace HilBench.Wire.Snmp;

/// <summary>What a message of SNMPv3 says in the clear (RFC 3412 6, RFC 3414 2.4).</summary>
/// <param name="MessageId">Ties an answer to its message.</param>
/// <param name="MaxSize">Octets of the longest message that the sender takes, 484 or more.</param>
/// <param name="Level">How it is protected.</param>
/// <param name="Reportable">Whether the sender wants a report when the message is of no use.</param>
/// <param name="Engine">The engine whose clock and keys count: the agent's, of requests, responses and traps.</param>
/// <param name="Boots">How often that engine started, 0 to 2³¹ − 1.</param>
/// <param name="Time">Seconds since it started, 0 to 2³¹ − 1.</param>
/// <param name="User">Name of the user.</param>
public sealed record UsmHead(
    int MessageId, int MaxSize, SecurityLevel Level, bool Reportable, EngineId Engine, int Boots, int Time, string User);
