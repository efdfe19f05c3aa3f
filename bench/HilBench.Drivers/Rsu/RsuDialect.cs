using HilBench.Wire.Ieee1609;
using HilBench.Wire.Rsu;

namespace HilBench.Drivers.Rsu;

/// <summary>How one road-side unit is spoken to: its MIB, and what its vendor does its own way.</summary>
/// <param name="Mib">Its MIB.</param>
public sealed record RsuDialect(RsuMib Mib)
{
    /// <summary>How many rows of each table the bench keeps for itself, from <see cref="FirstRow"/> on.</summary>
    public const int BenchRows = 16;

    /// <summary>How PSIDs are written to it.</summary>
    public PsidForm PsidWrites { get; init; } = PsidForm.Encoded;

    /// <summary>How it writes PSIDs; null finds out, but for decimal digits.</summary>
    public PsidForm? PsidReads { get; init; }

    /// <summary>Whether its rows are edited in standby only.</summary>
    public bool EditsInStandby { get; init; } = Mib == RsuMib.Rsu41;

    /// <summary>Whether a row is made by setting its columns one by one, the RowStatus last.</summary>
    public bool ColumnByColumn { get; init; }

    /// <summary>Offset from UTC of its delivery times.</summary>
    public TimeSpan DeliveryOffset { get; init; }

    /// <summary>Whether it takes the interval of store and repeat as seconds.</summary>
    public bool IntervalInSeconds { get; init; }

    /// <summary>Whether bit 0 of the options is the least significant one.</summary>
    public bool OptionsLeastBitFirst { get; init; }

    /// <summary>Whether RSU 4.1's addresses of sixteen octets have an IPv4 address in front; else it is mapped (::FFFF:0:0/96).</summary>
    public bool Ipv4InFront { get; init; }

    /// <summary>First index of the rows that the bench makes. What is there already is overwritten, and is not part of what the unit states of itself.</summary>
    public uint FirstRow { get; init; } = 1;
}
