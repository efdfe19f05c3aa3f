using System.Globalization;

namespace HilBench.Links;

/// <summary>How a client reaches an MQTT broker.</summary>
/// <param name="Host">The broker's name or address.</param>
/// <param name="Port">Its TCP port, usually 1883.</param>
/// <param name="ClientId">Name of the client; a broker knows each name once.</param>
public sealed record MqttBusSettings(string Host, int Port, string ClientId)
{
    /// <summary>User; null for none.</summary>
    public string? User { get; init; }

    /// <summary>Password; null for none. Never printed.</summary>
    public string? Password { get; init; }

    /// <summary>True to have each message acknowledged by the broker (quality of service 1); false as OpenV2X has it (0).</summary>
    public bool AtLeastOnce { get; init; }

    /// <summary>How often a silent connection is tried.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long to wait for the broker to take a connection, a subscription or a message.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time from a failed attempt to connect to the next; it doubles up to <see cref="LongestBackoff"/>.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest time between attempts to connect.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where and as whom, without the password.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ClientId} at {Host}:{Port}{(User is null ? "" : $" as {User}")}");
}
