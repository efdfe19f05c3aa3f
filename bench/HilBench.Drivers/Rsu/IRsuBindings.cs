using HilBench.Wire.Rsu;
using HilBench.Wire.Snmp;

namespace HilBench.Drivers.Rsu;

/// <summary>What has to be set in a MIB for what a unit is to do. The bindings of a row do not hold its RowStatus.</summary>
internal interface IRsuBindings
{
    /// <summary>The mode.</summary>
    VariableBinding Mode(RsuMode mode);

    /// <summary>A row of the store.</summary>
    VariableBinding[] Stored(uint index, StoredMessageRow row);

    /// <summary>A row of the immediate-forward table.</summary>
    VariableBinding[] Immediate(uint index, ImmediateForwardRow row);

    /// <summary>A row of the received-message forwarding table.</summary>
    VariableBinding[] Received(uint index, HostForwardRow row);

    /// <summary>A row of the transmitted-message forwarding table.</summary>
    /// <exception cref="Rigs.RigException">The MIB has none.</exception>
    VariableBinding[] Transmitted(uint index, HostForwardRow row);

    /// <summary>Name of a row's status.</summary>
    ObjectId StatusOf(RsuTable table, uint index);

    /// <summary>All that the MIB has.</summary>
    ObjectId Root { get; }
}
