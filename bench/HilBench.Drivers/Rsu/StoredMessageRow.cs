using HilBench.Wire.Ieee1609;

namespace HilBench.Drivers.Rsu;

/// <summary>A message that a unit is to store and repeat.</summary>
/// <param name="Psid">PSID.</param>
/// <param name="MessageId">J2735 message id; RSU 4.1 only.</param>
/// <param name="Channel">Radio channel.</param>
/// <param name="Interval">From one repetition to the next, 1 ms or more.</param>
/// <param name="Payload">The MessageFrame, at most 2302 octets. Compared by reference.</param>
public sealed record StoredMessageRow(Psid Psid, int MessageId, int Channel, TimeSpan Interval, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Priority, 0 to 63; NTCIP 1218 only.</summary>
    public int Priority { get; init; } = 6;

    /// <summary>Whether the unit is to sign it; NTCIP 1218 only.</summary>
    public bool Sign { get; init; }

    /// <summary>Not sent before this; null for no limit.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Not sent from this on; null for no limit.</summary>
    public DateTimeOffset? Stop { get; init; }

    /// <summary>Whether it is sent.</summary>
    public bool Enabled { get; init; } = true;
}
