namespace HilBench.Drivers.Doctor;

/// <summary>A port that devices or the bench listen on in rigs with sockets.</summary>
/// <param name="IsTcp">TCP, else UDP.</param>
/// <param name="Number">Its number.</param>
/// <param name="Carries">What it carries.</param>
public sealed record RigPort(bool IsTcp, int Number, string Carries)
{
    /// <summary>The ports that the interfaces of devices have by their standards.</summary>
    public static IReadOnlyList<RigPort> All { get; } =
    [
        new(false, 161, "SNMP"),
        new(false, 1234, "PC5 copies"),
        new(false, 1516, "immediate forward"),
        new(false, 6053, "SPaT feed"),
        new(false, 7943, "C2P copies"),
        new(false, 8947, "air by multicast"),
        new(false, 10110, "NMEA"),
        new(false, 13001, "test control (TCI)"),
        new(true, 1883, "MQTT"),
    ];

    /// <summary>For example <c>UDP 1516</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{(IsTcp ? "TCP" : "UDP")} {Number}");
}
