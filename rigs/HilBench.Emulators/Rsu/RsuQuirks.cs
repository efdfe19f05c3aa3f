using System.Collections.Immutable;
using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Rsu;

/// <summary>A road-side unit's personalities, as its parts ask for them.</summary>
/// <param name="personalities">Names of those that are switched on (<see cref="PersonalityTable"/>).</param>
internal sealed class RsuQuirks(ImmutableHashSet<string> personalities)
{
    private static readonly TimeSpan LocalOffset = TimeSpan.FromHours(-5);

    /// <summary>How PSIDs read back.</summary>
    public PsidForm PsidReads { get; } =
        personalities.Contains(PersonalityTable.PsidPaddedLeft) ? PsidForm.PaddedLeft
        : personalities.Contains(PersonalityTable.PsidPaddedRight) ? PsidForm.PaddedRight
        : personalities.Contains(PersonalityTable.PsidPlain) ? PsidForm.Plain
        : personalities.Contains(PersonalityTable.PsidDecimalDigits) ? PsidForm.DecimalDigits
        : PsidForm.Encoded;

    public RowStatus ActiveReads { get; } = personalities.Contains(PersonalityTable.RowStatusReadsFour) ? RowStatus.CreateAndGo : RowStatus.Active;

    public bool EditsInOperate { get; } = personalities.Contains(PersonalityTable.EditsInOperate);

    public bool RowsByColumns { get; } = personalities.Contains(PersonalityTable.RowsByColumns);

    public bool AnyModeCode { get; } = personalities.Contains(PersonalityTable.AnyModeCode);

    public bool OptionsLeastBitFirst { get; } = personalities.Contains(PersonalityTable.OptionsLeastBitFirst);

    public bool IntervalInSeconds { get; } = personalities.Contains(PersonalityTable.IntervalInSeconds);

    public TimeSpan DeliveryOffset { get; } = personalities.Contains(PersonalityTable.LocalDeliveryTimes) ? LocalOffset : TimeSpan.Zero;

    public bool Ipv4InFront { get; } = personalities.Contains(PersonalityTable.Ipv4InFront);

    /// <summary>The form in which everything is forwarded; null for what the MIB says.</summary>
    public ForwardedForm? Forwards { get; } =
        personalities.Contains(PersonalityTable.ForwardsWsmp) ? ForwardedForm.Wsmp
        : personalities.Contains(PersonalityTable.ForwardsMessage) ? ForwardedForm.Message
        : null;

    public bool ForwardsAnyMessageId { get; } = personalities.Contains(PersonalityTable.ForwardsAnyMessageId);

    public bool StrictText { get; } = personalities.Contains(PersonalityTable.StrictText);

    public bool StoredNotSent { get; } = personalities.Contains(PersonalityTable.StoredNotSent);

    public bool SetIgnored { get; } = personalities.Contains(PersonalityTable.SetIgnored);

    /// <summary>Reads a PSID as a manager writes it. A unit with plain numbers takes 80 02 as 0x8002, another service than SPaT.</summary>
    public bool TryReadPsid(ReadOnlySpan<byte> octets, out Psid psid) =>
        PsidOctets.TryRead(octets, PsidReads == PsidForm.Plain ? PsidForm.Plain : null, out psid);
}
