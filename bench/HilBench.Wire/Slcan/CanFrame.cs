namespace HilBench.Wire.Slcan;

/// <summary>A classic CAN frame (ISO 11898-1).</summary>
/// <param name="Id">Identifier: 11 bits, or 29 when extended.</param>
/// <param name="Data">At most 8 octets; of a remote frame only their number counts.</param>
/// <param name="Extended">Whether the identifier has 29 bits.</param>
/// <param name="Remote">Whether it asks for data instead of carrying them.</param>
public sealed record CanFrame(uint Id, ReadOnlyMemory<byte> Data, bool Extended = false, bool Remote = false)
{
    /// <summary>Octets that a frame carries at most.</summary>
    public const int MaximumOctets = 8;

    /// <summary>Largest identifier of 11 bits.</summary>
    public const uint MaximumId = 0x7FF;

    /// <summary>Largest identifier of 29 bits.</summary>
    public const uint MaximumExtendedId = 0x1FFF_FFFF;

    /// <inheritdoc/>
    public bool Equals(CanFrame? other) =>
        other is not null && Id == other.Id && Extended == other.Extended && Remote == other.Remote && Data.Span.SequenceEqual(other.Data.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Extended, Remote, Data.Length);

    /// <summary>Identifier and octets, for example <c>123#01FF</c>.</summary>
    public override string ToString() => $"{Id.ToString(Extended ? "X8" : "X3", null)}#{(Remote ? $"R{Data.Length}" : Convert.ToHexString(Data.Span))}";
}
