namespace HilBench.Wire.GbT20999;

/// <summary>Who speaks with whom: the fields that all frames of a conversation share.</summary>
/// <param name="Version">Version of the protocol, major in the upper octet: 0x0102 is 1.02; devices with 0x0100 were seen.</param>
/// <param name="HostId">Number of the host.</param>
/// <param name="ControllerId">Number of the controller, unique in the host's system.</param>
/// <param name="IntersectionId">Which of the controller's intersections, from 1; 0 where it has only one.</param>
public sealed record GbParty(ushort Version, byte HostId, uint ControllerId, byte IntersectionId)
{
    /// <summary>Version 1.02.</summary>
    public const ushort Version102 = 0x0102;

    /// <summary>Version 1.00.</summary>
    public const ushort Version100 = 0x0100;
}
