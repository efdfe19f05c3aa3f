namespace HilBench.Emulators.Snmp;

/// <summary>Holds an agent's settings to their ranges.</summary>
internal static class SnmpAgentRanges
{
    public static void Check(SnmpAgentSettings settings)
    {
        if (settings.Engine.Octets.Length < 5)
        {
            throw new ArgumentException($"The agent's engine id '{settings.Engine}' has {settings.Engine.Octets.Length} octets, expected 5 to 32 (RFC 3411 5).", nameof(settings));
        }

        if (settings.Boots is < 1 or int.MaxValue)
        {
            throw new ArgumentException($"The agent's engine boots are {settings.Boots}, expected 1 to {int.MaxValue - 1} (RFC 3414 2.2.2).", nameof(settings));
        }

        if (settings.MaxBindings < 0)
        {
            throw new ArgumentException($"The agent's limit of bindings is {settings.MaxBindings}, expected 1 or more, or 0 for none.", nameof(settings));
        }

        if (settings.MaxMessageOctets is < 484 or > SnmpAgentSettings.LongestMessageOctets)
        {
            throw new ArgumentException(
                $"The agent's longest message is {settings.MaxMessageOctets} octets, expected 484 to {SnmpAgentSettings.LongestMessageOctets} (RFC 3417 3.2).", nameof(settings));
        }
    }
}
