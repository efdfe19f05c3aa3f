using HilBench.Wire.Snmp;

namespace HilBench.Wire.Rsu;

/// <summary>An object of a road-side unit's MIB.</summary>
/// <param name="Id">Its identifier, without the instance.</param>
/// <param name="Name">Its name in the MIB.</param>
/// <param name="Kind">What its values mean.</param>
public sealed record RsuObject(ObjectId Id, string Name, RsuValueKind Kind)
{
    /// <summary>Whether it is set by somebody; false for what changes by itself: counters, clocks, positions, what a stream of messages goes through.</summary>
    public bool IsSetting { get; init; } = true;
}
