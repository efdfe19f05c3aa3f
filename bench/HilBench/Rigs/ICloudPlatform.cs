namespace HilBench.Rigs;

/// <summary>Capability: the platform behind road-side units. What is sent down counts as done when the unit has acknowledged it and the air has shown it.</summary>
public interface ICloudPlatform : IDevice
{
    /// <summary>Whether a unit's last heartbeat is fresh.</summary>
    /// <param name="unit">The unit's serial number.</param>
    bool IsOnline(string unit);

    /// <summary>Sends a map down.</summary>
    /// <param name="unit">The unit's serial number.</param>
    /// <param name="name">Name of the piece of map.</param>
    /// <param name="map">The map, UTF-8 JSON.</param>
    /// <param name="limit">How long acknowledgement and air may take.</param>
    /// <exception cref="RigException">The map cannot be read, the platform or the unit is out of reach, the unit refused, or the air does not show the map.</exception>
    Task SendMapAsync(string unit, string name, ReadOnlyMemory<byte> map, TimeSpan limit);

    /// <summary>Sends a road event down; units do not acknowledge it, the air shows it.</summary>
    /// <param name="unit">The unit's serial number.</param>
    /// <param name="roadEvent">The event, UTF-8 JSON.</param>
    /// <param name="limit">How long it may take until the air shows it.</param>
    /// <exception cref="RigException">The event cannot be read, the platform is out of reach, or the air does not show the event.</exception>
    Task SendRoadEventAsync(string unit, ReadOnlyMemory<byte> roadEvent, TimeSpan limit);
}
