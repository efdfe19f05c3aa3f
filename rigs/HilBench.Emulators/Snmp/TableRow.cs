using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>A row of a <see cref="RowTable"/>.</summary>
/// <param name="index">Its index.</param>
internal sealed class TableRow(uint index)
{
    private readonly SortedDictionary<uint, SnmpValue> _values = [];

    public uint Index => index;

    public RowStatus Status { get; set; } = RowStatus.NotReady;

    public bool IsActive => Status == RowStatus.Active;

    /// <summary>The value of a column; null while it has none.</summary>
    public SnmpValue? this[uint column]
    {
        get => _values.GetValueOrDefault(column);
        set => _values[column] = value!;
    }

    /// <summary>The INTEGER of a column of an active row.</summary>
    public int Integer(uint column) => (int)_values[column].Number;

    /// <summary>The octets of a column of an active row.</summary>
    public byte[] Octets(uint column) => _values[column].Octets.ToArray();
}
