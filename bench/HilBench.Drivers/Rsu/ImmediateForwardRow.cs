using HilBench.Wire.Ieee1609;

namespace HilBench.Drivers.Rsu;

/// <summary>What a unit is to forward to the air at once.</summary>
/// <param name="Psid">PSID.</param>
/// <param name="MessageId">J2735 message id; RSU 4.1 only.</param>
/// <param name="Channel">Radio channel.</param>
public sealed record ImmediateForwardRow(Psid Psid, int MessageId, int Channel)
{
    /// <summary>Priority, 0 to 63; NTCIP 1218 only.</summary>
    public int Priority { get; init; } = 6;

    /// <summary>Whether the unit is to sign; NTCIP 1218 only.</summary>
    public bool Sign { get; init; }

    /// <summary>Whether it is forwarded. With NTCIP 1218, where the messages themselves are set, the first message enables it.</summary>
    public bool Enabled { get; init; } = true;
}
