using System.Collections.Immutable;
using HilBench.Links;
using HilBench.Wire.Csae;
using HilBench.Wire.Ethernet;

namespace HilBench.Emulators.OpenV2X;

/// <summary>The air stand-in: DSMP behind the adaptation octet, in Ethernet broadcasts of EtherType 0x88E2.</summary>
/// <param name="air">Carries the frames.</param>
/// <param name="mac">MAC address of the unit, 6 octets.</param>
public sealed class DsmpAir(IDatagramPort air, ImmutableArray<byte> mac) : IRoadsideAir
{
    private readonly byte[] _mac = [.. mac];

    /// <inheritdoc/>
    public void Broadcast(int aid, ReadOnlyMemory<byte> message) => air.Send(new EthernetFrame
    {
        Destination = EthernetFrame.Broadcast,
        Source = _mac,
        EtherType = DsmpPacket.EtherType,
        Payload = DsmpPacket.Of(aid, message.Span).Encode(),
    }.Encode());
}
