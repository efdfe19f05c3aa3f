using J = HilBench.Wire.J2735;
using R1 = HilBench.Wire.Etsi.Release1;
using R2 = HilBench.Wire.Etsi.Release2;

namespace HilBench.Tests.Wire.Properties;

/// <summary>Every top-level type of every family.</summary>
internal static class MessageCodecs
{
    private static R2.CollectivePerceptionMessage CollectivePerception { get; } = new()
    {
        Header = new R2.ItsPduHeader { ProtocolVersion = 2, MessageId = 14, StationId = 7 },
        Payload = new R2.CpmPayload
        {
            ManagementContainer = new R2.CPMPDUDescriptionsManagementContainer
            {
                ReferenceTime = 720_000_000_000,
                ReferencePosition = new R2.ReferencePosition
                {
                    Latitude = 488_566_140,
                    Longitude = 23_522_219,
                    PositionConfidenceEllipse = new R2.PosConfidenceEllipse { SemiMajorConfidence = 100, SemiMinorConfidence = 100, SemiMajorOrientation = 0 },
                    Altitude = new R2.Altitude { AltitudeValue = 3500, AltitudeConfidence = R2.AltitudeConfidence.Unavailable },
                },
            },
            CpmContainers =
            [
                new R2.WrappedCpmContainer { ContainerId = 2, ContainerData = new R2.OriginatingRsuContainer() },
                new R2.WrappedCpmContainer
                {
                    ContainerId = 3,
                    ContainerData = new R2.SensorInformationContainerValue(
                        [new R2.SensorInformation { SensorId = 1, SensorType = 2, ShadowingApplies = true }]),
                },
            ],
        },
    };

    public static IReadOnlyList<MessageCodec> All { get; } =
    [
        MessageCodec.Uper<J.BasicSafetyMessage>(),
        MessageCodec.Uper<J.VehicleSafetyExtensions>(),
        MessageCodec.Uper<J.SpecialVehicleExtensions>(),
        MessageCodec.Uper<J.SupplementalVehicleExtensions>(),
        MessageCodec.Uper<J.SPAT>(),
        MessageCodec.Uper<J.MapData>(),
        MessageCodec.Uper<J.TravelerInformation>(),
        MessageCodec.Uper<J.SignalRequestMessage>(),
        MessageCodec.Uper<J.SignalStatusMessage>(),
        MessageCodec.Uper<J.PersonalSafetyMessage>(),
        MessageCodec.Uper<J.RTCMcorrections>(),
        MessageCodec.Uper<J.RoadSideAlert>(),
        MessageCodec.Uper<J.EmergencyVehicleAlert>(),
        MessageCodec.Uper<J.IntersectionCollision>(),
        MessageCodec.Uper<J.CommonSafetyRequest>(),
        MessageCodec.Uper<J.ProbeDataManagement>(),
        MessageCodec.Uper<J.ProbeVehicleData>(),
        MessageCodec.Uper<J.RoadSafetyMessage>(),
        MessageCodec.Uper<J.SensorDataSharingMessage>(),
        MessageCodec.Uper<J.TollAdvertisementMessage>(),
        MessageCodec.Uper<J.MessageFrame>(),
        MessageCodec.Uper<R1.CAM>(),
        MessageCodec.Uper<R1.DENM>(),
        MessageCodec.Uper<R1.SPATEM>(),
        MessageCodec.Uper<R1.MAPEM>(),
        MessageCodec.Uper<R1.IVIM>(),
        MessageCodec.Uper<R1.SREM>(),
        MessageCodec.Uper<R1.SSEM>(),
        MessageCodec.Uper<R1.RTCMEM>(),
        MessageCodec.Uper<R1.CPM>(),
        MessageCodec.Uper<R2.CAM>(),
        MessageCodec.Uper<R2.DENM>(),
        MessageCodec.Uper(CollectivePerception),
        MessageCodec.Uper<R2.VAM>(),
        MessageCodec.Uper<HilBench.Wire.Csae.Day1.MessageFrame>(),
        MessageCodec.Uper<HilBench.Wire.Csae.Day1Edition2017.MessageFrame>(),
        MessageCodec.Uper<HilBench.Wire.Csae.Day1Draft2019.MessageFrame>(),
        MessageCodec.Uper<HilBench.Wire.Csae.Day2.MessageFrame>(),
        MessageCodec.Uper<HilBench.Wire.Csae.Network.DsmpMessage>(),
        MessageCodec.Uper<HilBench.Wire.Etsi.GeoNetworking.GeoBroadcast>(),
        MessageCodec.Uper<HilBench.Wire.Ieee1609.Dot3.SrvAdvMsg>(),
        MessageCodec.Uper<HilBench.Wire.Ieee1609.Dot3.ShortMsgNpdu>(),
        MessageCodec.Uper<HilBench.Wire.Tci.TCIMsg>(TciSamples.All),
        MessageCodec.Oer(TciSamples.All),
        MessageCodec.Oer(Dot2Samples.Unsecured, Dot2Samples.Signed),
        MessageCodec.Oer(Dot2Samples.Certificate),
    ];
}
