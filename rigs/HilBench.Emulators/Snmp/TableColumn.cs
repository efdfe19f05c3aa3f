using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>A column of a <see cref="RowTable"/>.</summary>
/// <param name="Number">Its last sub-identifier.</param>
/// <param name="Check">Whether a value may be assigned.</param>
internal sealed record TableColumn(uint Number, Func<SnmpValue, SnmpError> Check)
{
    /// <summary>What a new row has; null for a column without which a row cannot be active.</summary>
    public SnmpValue? Default { get; init; }

    /// <summary>How a value reads back; null for as it was assigned.</summary>
    public Func<SnmpValue, SnmpValue>? Shown { get; init; }

    /// <summary>A column of an INTEGER.</summary>
    public static TableColumn Integer32(uint number, int least, int greatest, int? standard = null) =>
        new(number, value => value.Syntax != SnmpSyntax.Integer32 ? SnmpError.WrongType
            : value.Number < least || value.Number > greatest ? SnmpError.WrongValue : SnmpError.NoError)
        {
            Default = standard is { } number32 ? SnmpValue.Integer32(number32) : null,
        };

    /// <summary>A column of an OCTET STRING.</summary>
    /// <param name="number">Its last sub-identifier.</param>
    /// <param name="least">Fewest octets.</param>
    /// <param name="most">Most octets.</param>
    /// <param name="isGood">What else the octets have to be.</param>
    public static TableColumn OctetString(uint number, int least, int most, Func<ReadOnlyMemory<byte>, bool> isGood) =>
        new(number, value => value.Syntax != SnmpSyntax.OctetString ? SnmpError.WrongType
            : value.Octets.Length < least || value.Octets.Length > most ? SnmpError.WrongLength
            : isGood(value.Octets.ToArray()) ? SnmpError.NoError : SnmpError.WrongValue);
}
