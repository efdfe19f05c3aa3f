using HilBench.Links;

namespace HilBench.Emulators.Rsu;

/// <summary>The ends of the links that a road-side unit has.</summary>
/// <param name="Spat">Where the controller's feed comes from.</param>
/// <param name="ImmediateForward">Where immediate-forward text comes from.</param>
/// <param name="Store">Where text of messages to store and repeat comes from.</param>
/// <param name="Air">The air interface, both ways: Ethernet frames.</param>
public sealed record RsuPorts(IDatagramPort Spat, IDatagramPort ImmediateForward, IDatagramPort Store, IDatagramPort Air)
{
    /// <summary>Where its SNMP agent is asked; null for a unit without one.</summary>
    public IDatagramPort? Snmp { get; init; }
}
