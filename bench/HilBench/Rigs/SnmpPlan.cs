using HilBench.Wire.Snmp;

namespace HilBench.Rigs;

/// <summary>How the bench manages a device by SNMP. Secrets are references; an emulated device without any gets secrets made up for the run.</summary>
public sealed record SnmpPlan
{
    /// <summary>Version to speak.</summary>
    public required SnmpVersion Version { get; init; }

    /// <summary>Community that reads, for v1 and v2c.</summary>
    public SecretReference? ReadCommunity { get; init; }

    /// <summary>Community that assigns; null: the one that reads.</summary>
    public SecretReference? WriteCommunity { get; init; }

    /// <summary>User, for v3.</summary>
    public string? User { get; init; }

    /// <summary>How the user's messages are authenticated.</summary>
    public required UsmAuthentication Authentication { get; init; }

    /// <summary>Password for authentication.</summary>
    public SecretReference? AuthPassword { get; init; }

    /// <summary>How the user's messages are encrypted.</summary>
    public required UsmPrivacy Privacy { get; init; }

    /// <summary>Password for encryption.</summary>
    public SecretReference? PrivPassword { get; init; }

    /// <summary>Most bindings of a request that reads.</summary>
    public required int MaxBindings { get; init; }

    /// <summary>How long an answer is waited for after each sending.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How often a request is sent again when no answer comes.</summary>
    public required int Retries { get; init; }
}
