using HilBench.Wire.Snmp;

namespace HilBench.Wire.Rsu;

/// <summary>Where the objects of NTCIP 1218 are, draft v01.35 of December 2019: 1.3.6.1.4.1.1206.4.2.18.</summary>
public static class Ntcip1218Objects
{
    /// <summary>All of it.</summary>
    public static ObjectId Root { get; } = new(1, 3, 6, 1, 4, 1, 1206, 4, 2, 18);

    /// <summary>Table of radios.</summary>
    public static ObjectId Radios { get; } = Root.Append(1, 2);

    /// <summary>Satellites and augmentation.</summary>
    public static ObjectId Gnss { get; } = Root.Append(2);

    /// <summary>Messages to store and repeat: most rows (1), the table (2), delete all (3).</summary>
    public static ObjectId MessageRepeat { get; } = Root.Append(3);

    /// <summary>What is forwarded to the air at once: most rows (1), the table (2).</summary>
    public static ObjectId ImmediateForward { get; } = Root.Append(4);

    /// <summary>What is forwarded from the air to a host: most rows (1), the table (2).</summary>
    public static ObjectId ReceivedMessages { get; } = Root.Append(5);

    /// <summary>GNSS output and the position.</summary>
    public static ObjectId GnssOutput { get; } = Root.Append(6);

    /// <summary>Versions, place, id.</summary>
    public static ObjectId SystemDescription { get; } = Root.Append(13);

    /// <summary>Channel status, mode, mode status, reboot, clock, status.</summary>
    public static ObjectId SystemStatus { get; } = Root.Append(16);

    /// <summary>What is mirrored from the unit's own transmissions to a host: most rows (1), the table (2).</summary>
    public static ObjectId TransmittedMessages { get; } = Root.Append(20);
}
