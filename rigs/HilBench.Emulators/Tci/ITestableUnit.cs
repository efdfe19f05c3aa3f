using HilBench.Wire.Ieee1609;
using HilBench.Wire.Nmea;

namespace HilBench.Emulators.Tci;

/// <summary>What the Test Control Interface steers in a unit.</summary>
public interface ITestableUnit
{
    /// <summary>Whether BSMs go out.</summary>
    bool Transmits { get; set; }

    /// <summary>Whether the unit takes positions from its receiver; when not, from <see cref="Position"/>.</summary>
    bool UsesReceiver { get; set; }

    /// <summary>Where the unit is while it does not use its receiver; null: nowhere. The time of the fix does not count.</summary>
    GnssFix? Position { get; set; }

    /// <summary>Called for each WSMP message that the unit receives, with the MAC address of its sender.</summary>
    Action<WsmpMessage, ReadOnlyMemory<byte>>? Heard { get; set; }
}
