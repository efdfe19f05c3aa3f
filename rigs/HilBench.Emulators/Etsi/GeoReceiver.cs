using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Emulators.Etsi;

/// <summary>
/// Takes GeoNetworking packets off the air stand-in: its own and repeated ones are dropped, and those that are for another station or another place.
/// It remembers a bounded number of neighbours.
/// </summary>
internal sealed class GeoReceiver(EventLoop loop, StationState state)
{
    private const int RememberedPackets = 256;
    private const int RememberedStations = 256;

    private readonly HashSet<(OctetString Address, int Sequence)> _seen = [];
    private readonly Queue<(OctetString Address, int Sequence)> _order = new();
    private readonly Dictionary<OctetString, ShortPositionVector> _neighbours = [];

    /// <summary>What the packet carries, when it is for this station: what its payload begins with, and the payload.</summary>
    public (int Next, ReadOnlyMemory<byte> Payload)? Receive(ReadOnlyMemory<byte> octets)
    {
        if (!EthernetFrame.TryParse(octets, out var frame, out _) || frame.EtherType != GeoNetworkingPacket.EtherType
            || !GeoNetworkingPdu.TryParse(frame.Payload, out var pdu, out _) || pdu is not { Common: { } common, Extended: { } extended })
        {
            return null;
        }

        var (source, sequence) = extended switch
        {
            Beacon beacon => (beacon.Source, null),
            SingleHopBroadcast single => (single.Source, null),
            MultiHopBroadcast multi => (multi.Source, multi.SequenceNumber),
            GeoBroadcast area => (area.Source, area.SequenceNumber),
            GeoUnicast unicast => (unicast.Source, unicast.SequenceNumber),
            _ => ((LongPositionVector?)null, (int?)null),
        };
        if (source is null || source.Address.MacAddress.Span.SequenceEqual(state.Mac))
        {
            return null;
        }

        Remember(source);
        return IsNew(source.Address, sequence) && IsForUs(common.HeaderType, extended) && !pdu.Payload.IsEmpty ? (common.NextHeader, pdu.Payload) : null;
    }

    /// <summary>Where a station was last; null when it was not heard.</summary>
    /// <param name="address">GeoNetworking address, eight octets.</param>
    public ShortPositionVector? Find(OctetString address) => _neighbours.GetValueOrDefault(new OctetString(address.Span[2..]));

    public void Reset()
    {
        _seen.Clear();
        _order.Clear();
        _neighbours.Clear();
    }

    private void Remember(LongPositionVector source)
    {
        if (_neighbours.Count < RememberedStations || _neighbours.ContainsKey(source.Address.MacAddress))
        {
            _neighbours[source.Address.MacAddress] = new ShortPositionVector
            {
                Address = source.Address,
                Timestamp = source.Timestamp,
                Latitude = source.Latitude,
                Longitude = source.Longitude,
            };
        }
    }

    private bool IsNew(GnAddress address, int? sequence)
    {
        if (sequence is not { } number)
        {
            return true;
        }

        if (!_seen.Add((address.MacAddress, number)))
        {
            return false;
        }

        _order.Enqueue((address.MacAddress, number));
        if (_order.Count > RememberedPackets)
        {
            _seen.Remove(_order.Dequeue());
        }

        return true;
    }

    private bool IsForUs(int headerType, IUperType extended) => extended switch
    {
        GeoUnicast unicast => headerType == HeaderTypeValues.GeoUnicast && unicast.Destination.Address.MacAddress.Span.SequenceEqual(state.Mac),
        GeoBroadcast area => state.HasPosition(loop.Now) && GeoArea.Contains(headerType, area, state.Latitude, state.Longitude),
        Beacon => false,
        _ => true,
    };
}
