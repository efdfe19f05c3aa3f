using HilBench.Asn1;
using HilBench.Wire.Etsi.GeoNetworking;
using HilBench.Wire.Etsi.Release1;
using HilBench.Wire.GeoNetworking;

namespace HilBench.Tests.Wire.GeoNetworking;

/// <summary>ETSI messages of our own, and where they are sent from.</summary>
internal static class EtsiSamples
{
    public static LongPositionVector Source { get; } =
        GeoNetworkingPacket.Position([2, 0, 0, 0, 0, 7], GnStationTypeValues.PassengerCar, 488_566_140, -23_522_219, 3_000_000_001, speed: -250, heading: 2755);

    public static (int Port, byte[] Octets)[] Messages { get; } =
    [
        (BtpPortValues.Cam, Cam()),
        (BtpPortValues.Denm, Denm()),
        (BtpPortValues.Spatem, Spatem()),
        (BtpPortValues.Mapem, Mapem()),
    ];

    private static ItsPduHeader Header(int messageId) => new() { ProtocolVersion = 2, MessageID = messageId, StationID = 4_000_000_123 };

    private static ReferencePosition Position() => new()
    {
        Latitude = 488_566_140,
        Longitude = -23_522_219,
        PositionConfidenceEllipse = new PosConfidenceEllipse { SemiMajorConfidence = 150, SemiMinorConfidence = 90, SemiMajorOrientation = 3601 },
        Altitude = new Altitude { AltitudeValue = -1234, AltitudeConfidence = AltitudeConfidence.Alt00200 },
    };

    private static byte[] Cam() => new CAM
    {
        Header = Header(2),
        Cam = new CoopAwareness
        {
            GenerationDeltaTime = 54_321,
            CamParameters = new CamParameters
            {
                BasicContainer = new BasicContainer { StationType = 5, ReferencePosition = Position() },
                HighFrequencyContainer = new HighFrequencyContainer.BasicVehicleContainerHighFrequency(new BasicVehicleContainerHighFrequency
                {
                    Heading = new Heading { HeadingValue = 2755, HeadingConfidence = 10 },
                    Speed = new Speed { SpeedValue = 1389, SpeedConfidence = 5 },
                    DriveDirection = DriveDirection.Forward,
                    VehicleLength = new VehicleLength { VehicleLengthValue = 42, VehicleLengthConfidenceIndication = VehicleLengthConfidenceIndication.NoTrailerPresent },
                    VehicleWidth = 18,
                    LongitudinalAcceleration = new LongitudinalAcceleration { LongitudinalAccelerationValue = -12, LongitudinalAccelerationConfidence = 102 },
                    Curvature = new Curvature { CurvatureValue = -7, CurvatureConfidence = CurvatureConfidence.Unavailable },
                    CurvatureCalculationMode = CurvatureCalculationMode.YawRateUsed,
                    YawRate = new YawRate { YawRateValue = 155, YawRateConfidence = YawRateConfidence.Unavailable },
                    LanePosition = 2,
                }),
                LowFrequencyContainer = new LowFrequencyContainer.BasicVehicleContainerLowFrequency(new BasicVehicleContainerLowFrequency
                {
                    VehicleRole = VehicleRole.Default,
                    ExteriorLights = BitString.FromBits("10000001"),
                    PathHistory =
                    [
                        new PathPoint { PathPosition = new DeltaReferencePosition { DeltaLatitude = 120, DeltaLongitude = -340, DeltaAltitude = 5 }, PathDeltaTime = 100 },
                        new PathPoint { PathPosition = new DeltaReferencePosition { DeltaLatitude = -131_071, DeltaLongitude = 131_072, DeltaAltitude = 12_800 } },
                    ],
                }),
            },
        },
    }.Encode();

    private static byte[] Denm() => new DENM
    {
        Header = Header(1),
        Denm = new DecentralizedEnvironmentalNotificationMessage
        {
            Management = new HilBench.Wire.Etsi.Release1.ManagementContainer
            {
                ActionID = new ActionID { OriginatingStationID = 77, SequenceNumber = 65_535 },
                DetectionTime = 720_000_000_123,
                ReferenceTime = 720_000_000_456,
                EventPosition = Position(),
                StationType = 15,
                TransmissionInterval = 500,
            },
            Situation = new SituationContainer
            {
                InformationQuality = 6,
                EventType = new CauseCode { CauseCodeValue = 3, SubCauseCode = 4 },
            },
        },
    }.Encode();

    private static byte[] Spatem() => new SPATEM
    {
        Header = Header(4),
        Spat = new SPAT
        {
            Intersections =
            [
                new IntersectionState
                {
                    Id = new IntersectionReferenceID { Region = 49, Id = 1001 },
                    Revision = 3,
                    Status = BitString.Of(16, 5),
                    Moy = 230_400,
                    TimeStamp = 12_345,
                    States =
                    [
                        new MovementState
                        {
                            SignalGroup = 2,
                            StateTimeSpeed =
                            [
                                new MovementEvent { EventState = MovementPhaseState.StopAndRemain, Timing = new TimeChangeDetails { MinEndTime = 18_000, MaxEndTime = 18_150 } },
                            ],
                        },
                    ],
                },
            ],
        },
    }.Encode();

    private static byte[] Mapem() => new MAPEM
    {
        Header = Header(5),
        Map = new MapData
        {
            MsgIssueRevision = 3,
            Intersections =
            [
                new IntersectionGeometry
                {
                    Id = new IntersectionReferenceID { Region = 49, Id = 1001 },
                    Revision = 3,
                    RefPoint = new Position3D { Lat = 488_566_140, Long = -23_522_219 },
                    LaneWidth = 350,
                    LaneSet =
                    [
                        new GenericLane
                        {
                            LaneID = 1,
                            LaneAttributes = new LaneAttributes
                            {
                                DirectionalUse = BitString.FromBits("10"),
                                SharedWith = BitString.FromBits("0000000000"),
                                LaneType = new LaneTypeAttributes.Vehicle(BitString.FromBits("00000000")),
                            },
                            NodeList = new NodeListXY.Nodes(
                            [
                                new NodeXY { Delta = new NodeOffsetPointXY.NodeXY3(new NodeXY24b { X = -900, Y = 420 }) },
                                new NodeXY { Delta = new NodeOffsetPointXY.NodeXY5(new NodeXY28b { X = -5000, Y = 3 }) },
                            ]),
                        },
                    ],
                },
            ],
        },
    }.Encode();
}
