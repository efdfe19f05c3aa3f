namespace HilBench.Rigs;

/// <summary>An MQTT broker between the bench and a device.</summary>
/// <param name="Host">Its name or IP address.</param>
/// <param name="Port">Its TCP port.</param>
public sealed record BrokerPlan(string Host, int Port) : CarrierPlan
{
    /// <summary>As whom the bench connects; null for nobody.</summary>
    public string? User { get; init; }

    /// <summary>Where the user's password is; null for none.</summary>
    public SecretReference? Password { get; init; }
}
