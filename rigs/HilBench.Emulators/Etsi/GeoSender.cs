using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Ethernet;
using HilBench.Wire.Etsi;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Emulators.Etsi;

/// <summary>Puts GeoNetworking packets on the air stand-in: Ethernet frames of type 0x8947.</summary>
internal sealed class GeoSender(EventLoop loop, IDatagramPort air, StationState state)
{
    /// <summary>itsGnDefaultHopLimit (EN 302 636-4-1 V1.4.1 annex H).</summary>
    public const int DefaultHopLimit = 10;

    // A GeoNetworking address has five bits for what a CAM has eight for.
    private const int GreatestStationType = 31;

    // itsGnMaxPacketLifetime.
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(600);
    private int _sequence;

    /// <summary>When the last packet left; null before the first.</summary>
    public Instant? LastSent { get; private set; }

    public LongPositionVector Position => GeoNetworkingPacket.Position(
        state.Mac,
        state.StationType <= GreatestStationType ? state.StationType : GnStationTypeValues.Unknown,
        state.Latitude,
        state.Longitude,
        unchecked((uint)ItsTime.Of(loop.Now.ToUtc())),
        state.SpeedValue,
        state.HeadingValue ?? 0);

    public SingleHopBroadcast SingleHop() => new() { Source = Position, MediaDependent = OctetString.FromHex("00000000") };

    public MultiHopBroadcast MultiHop() => new() { SequenceNumber = Next(), Reserved = 0, Source = Position };

    public GeoBroadcast Area(int latitude, int longitude, int distanceA, int distanceB, int angle) => new()
    {
        SequenceNumber = Next(),
        Reserved = 0,
        Source = Position,
        AreaLatitude = unchecked((uint)latitude),
        AreaLongitude = unchecked((uint)longitude),
        DistanceA = distanceA,
        DistanceB = distanceB,
        Angle = angle,
        Reserved2 = 0,
    };

    public GeoUnicast Unicast(ShortPositionVector destination) => new() { SequenceNumber = Next(), Reserved = 0, Source = Position, Destination = destination };

    /// <summary>Sends what no packet was sent in place of for a while (EN 302 636-4-1 V1.4.1 10.3.6).</summary>
    public void SendBeacon() => Send(HeaderTypeValues.Beacon, new Beacon { Source = Position }, NextAfterCommonValues.Any, default, trafficClass: 3);

    /// <summary>Sends a message behind BTP-B.</summary>
    public void SendMessage(int headerType, IUperType extended, int port, ReadOnlySpan<byte> message, int trafficClass, int hopLimit = 1) => Send(
        headerType,
        extended,
        NextAfterCommonValues.BtpB,
        (byte[])[.. new BtpB { DestinationPort = port, DestinationPortInfo = 0 }.Encode(), .. message],
        trafficClass,
        hopLimit);

    /// <summary>Sends a packet.</summary>
    /// <param name="headerType">Header type and subtype.</param>
    /// <param name="extended">The extended header.</param>
    /// <param name="next">What the payload begins with.</param>
    /// <param name="payload">What follows the headers.</param>
    /// <param name="trafficClass">The octet: store-carry-forward, channel offload, six bits.</param>
    /// <param name="hopLimit">1 to 255.</param>
    /// <param name="life">How long it may be kept; 60 s unless told.</param>
    /// <param name="destination">MAC address; everybody unless told.</param>
    public void Send(
        int headerType, IUperType extended, int next, ReadOnlyMemory<byte> payload, int trafficClass, int hopLimit = 1, TimeSpan? life = null, ReadOnlyMemory<byte>? destination = null)
    {
        var pdu = new GeoNetworkingPdu
        {
            Basic = new BasicHeader
            {
                Version = 1,
                NextHeader = NextAfterBasicValues.CommonHeader,
                Reserved = 0,
                Lifetime = LifeTimes.From(life is { } time ? (time < LongestLife ? time : LongestLife) : TimeSpan.FromSeconds(60)),
                RemainingHopLimit = hopLimit,
            },
            Common = new CommonHeader
            {
                NextHeader = next,
                Reserved = 0,
                HeaderType = headerType,
                TrafficClass = new TrafficClass
                {
                    StoreCarryForward = (trafficClass & 0x80) != 0,
                    ChannelOffload = (trafficClass & 0x40) != 0,
                    Identifier = trafficClass & 0x3F,
                },
                Flags = new Flags { IsMobile = state.StationType != EtsiStationSettings.RoadSideUnit, Reserved = 0 },
                PayloadLength = payload.Length,
                MaximumHopLimit = hopLimit,
                Reserved2 = 0,
            },
            Extended = extended,
            Payload = payload,
        };
        air.Send(new EthernetFrame
        {
            Destination = destination ?? EthernetFrame.Broadcast,
            Source = state.Mac,
            EtherType = GeoNetworkingPacket.EtherType,
            Payload = pdu.Encode(),
        }.Encode());
        LastSent = loop.Now;
    }

    private int Next() => _sequence = (_sequence + 1) & 0xFFFF;
}
