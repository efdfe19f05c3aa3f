using HilBench.Wire.Snmp;

namespace HilBench.Emulators.Snmp;

/// <summary>What an agent allows with the rows of a table.</summary>
/// <param name="Capacity">Most rows.</param>
internal sealed record RowTableRules(int Capacity)
{
    /// <summary>Greatest index; the least is 1.</summary>
    public uint GreatestIndex { get; init; } = int.MaxValue;

    /// <summary>Whether rows may be edited now.</summary>
    public Func<bool> MayEdit { get; init; } = () => true;

    /// <summary>Whether setting a column of a row that is not there makes it, and <see cref="RowStatus.CreateAndGo"/> then takes it into use.</summary>
    public bool RowsByColumns { get; init; }

    /// <summary>What an active row reads.</summary>
    public RowStatus ActiveReads { get; init; } = RowStatus.Active;
}
