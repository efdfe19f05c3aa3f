using HilBench.Asn1;
using HilBench.Wire.Etsi.GeoNetworking;

namespace HilBench.Wire.GeoNetworking;

/// <summary>An unsecured GeoNetworking packet of version 1 (ETSI EN 302 636-4-1 V1.4.1 9): headers, BTP-B and what it carries.</summary>
public sealed record GeoNetworkingPacket
{
    /// <summary>EtherType of GeoNetworking.</summary>
    public const ushort EtherType = 0x8947;

    private const int BtpHeaderLength = 4;
    private const int LongestPayload = ushort.MaxValue - BtpHeaderLength;

    /// <summary>Header type and subtype, one of <see cref="HeaderTypeValues"/>; it must fit <see cref="Extended"/>.</summary>
    public required int HeaderType { get; init; }

    /// <summary>The extended header: <see cref="SingleHopBroadcast"/>, <see cref="GeoBroadcast"/>, <see cref="GeoUnicast"/> and so on.</summary>
    public required IUperType Extended { get; init; }

    /// <summary>The transport header; null for a packet without payload (a beacon, a location service request).</summary>
    public BtpB? Transport { get; init; }

    /// <summary>What it carries behind the transport header. Compared by reference.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>How long it may live; 60 s unless told.</summary>
    public LifeTime LifeTime { get; init; } = new() { Multiplier = 6, Base = LifeTimeBase.S10 };

    /// <summary>Hops it may still take, and took at most: 1 to 255.</summary>
    public int HopLimit { get; init; } = 1;

    /// <summary>Traffic class 0 to 63 (the DCC profile).</summary>
    public int TrafficClass { get; init; } = 2;

    /// <summary>Whether the sender can move.</summary>
    public bool IsMobile { get; init; } = true;

    /// <summary>A position vector of the standard's numbers.</summary>
    /// <param name="macAddress">Last six octets of the GeoNetworking address.</param>
    /// <param name="stationType">One of <see cref="GnStationTypeValues"/>.</param>
    /// <param name="latitude">In 1e-7 degrees, north positive.</param>
    /// <param name="longitude">In 1e-7 degrees, east positive.</param>
    /// <param name="milliseconds">TAI milliseconds since 2004-01-01, modulo 2^32.</param>
    /// <param name="speed">In 0.01 m/s, forward positive, -16384 to 16383.</param>
    /// <param name="heading">In 0.1 degrees from north, 0 to 3600.</param>
    public static LongPositionVector Position(
        ReadOnlySpan<byte> macAddress, int stationType, int latitude, int longitude, uint milliseconds, int speed, int heading) => new()
        {
            Address = new GnAddress { IsManual = false, StationType = stationType, Reserved = 0, MacAddress = new OctetString(macAddress) },
            Timestamp = milliseconds,
            Latitude = unchecked((uint)latitude),
            Longitude = unchecked((uint)longitude),
            IsAccurate = true,
            Speed = speed & 0x7FFF,
            Heading = heading,
        };

    /// <summary>A BTP-B message to all neighbours (single-hop broadcast), as CAM, SPATEM and MAPEM are sent.</summary>
    /// <param name="source">Where the sender is.</param>
    /// <param name="port">Destination port, one of <see cref="BtpPortValues"/>.</param>
    /// <param name="payload">The message from its ITS PDU header on.</param>
    public static GeoNetworkingPacket SingleHop(LongPositionVector source, int port, ReadOnlyMemory<byte> payload) => new()
    {
        HeaderType = HeaderTypeValues.SingleHopBroadcast,
        Extended = new SingleHopBroadcast { Source = source, MediaDependent = OctetString.FromHex("00000000") },
        Transport = new BtpB { DestinationPort = port, DestinationPortInfo = 0 },
        Payload = payload,
    };

    /// <summary>The packet's octets, what an Ethernet frame of type 0x8947 carries.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The payload is longer than 65 531 octets.</exception>
    public byte[] Encode() => ToPdu().Encode();

    /// <summary>The packet with all its headers, for changing what a correct packet does not have.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The payload is longer than 65 531 octets.</exception>
    public GeoNetworkingPdu ToPdu()
    {
        if (Payload.Length > LongestPayload)
        {
            throw new InvalidOperationException($"A GeoNetworking packet carries at most {LongestPayload} octets behind BTP; found {Payload.Length}.");
        }

        byte[] payload = Transport is null ? [] : [.. Transport.Encode(), .. Payload.Span];
        return new GeoNetworkingPdu
        {
            Basic = new BasicHeader
            {
                Version = 1,
                NextHeader = NextAfterBasicValues.CommonHeader,
                Reserved = 0,
                Lifetime = LifeTime,
                RemainingHopLimit = HopLimit,
            },
            Common = new CommonHeader
            {
                NextHeader = Transport is null ? NextAfterCommonValues.Any : NextAfterCommonValues.BtpB,
                Reserved = 0,
                HeaderType = HeaderType,
                TrafficClass = new TrafficClass { StoreCarryForward = false, ChannelOffload = false, Identifier = TrafficClass },
                Flags = new Flags { IsMobile = IsMobile, Reserved = 0 },
                PayloadLength = payload.Length,
                MaximumHopLimit = HopLimit,
                Reserved2 = 0,
            },
            Extended = Extended,
            Payload = payload,
        };
    }
}
