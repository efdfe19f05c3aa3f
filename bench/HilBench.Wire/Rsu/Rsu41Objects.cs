using HilBench.Wire.Snmp;

namespace HilBench.Wire.Rsu;

/// <summary>Where the objects of the MIB of the USDOT RSU specification 4.1 are: 1.0.15628.4.1, revision of 2018-12-06.</summary>
public static class Rsu41Objects
{
    /// <summary>All of it.</summary>
    public static ObjectId Root { get; } = new(1, 0, 15628, 4, 1);

    /// <summary>Table of messages to store and repeat.</summary>
    public static ObjectId StoreAndRepeat { get; } = Root.Append(4);

    /// <summary>Table of what is forwarded to the air at once.</summary>
    public static ObjectId ImmediateForward { get; } = Root.Append(5);

    /// <summary>Table of what is forwarded from the air to a host.</summary>
    public static ObjectId ReceivedMessages { get; } = Root.Append(7);

    /// <summary>GPS output and the reference position.</summary>
    public static ObjectId GpsOutput { get; } = Root.Append(8);

    /// <summary>Run times, last restart, temperature.</summary>
    public static ObjectId SystemStatistics { get; } = Root.Append(16);

    /// <summary>Versions, place, id, manufacturer.</summary>
    public static ObjectId SystemDescription { get; } = Root.Append(17);

    /// <summary>Transmit power, and where notifications go.</summary>
    public static ObjectId SystemSettings { get; } = Root.Append(18);

    /// <summary>Which channel modes work.</summary>
    public static ObjectId SystemStatus { get; } = Root.Append(19);

    /// <summary>Mode: standby 2, operate 4, off 16.</summary>
    public static ObjectId Mode { get; } = Root.Append(99);
}
