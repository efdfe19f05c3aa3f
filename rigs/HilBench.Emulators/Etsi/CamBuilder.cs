using HilBench.Asn1;
using HilBench.Links;
using HilBench.Wire.Etsi;
using HilBench.Wire.Etsi.Release1;

namespace HilBench.Emulators.Etsi;

/// <summary>Builds CAMs (ETSI EN 302 637-2 V1.4.1): what the station does not know is unavailable.</summary>
internal sealed class CamBuilder(EtsiStationSettings settings)
{
    private const int MessageId = 2;
    private const int DeltaTimeModulus = 65_536;
    private const int UnavailableConfidence = 127;
    private const int AccelerationUnavailable = 161;
    private const int AccelerationConfidenceUnavailable = 102;

    public byte[] Build(StationState state, Instant now, bool withLowFrequency)
    {
        var isUnit = state.StationType == EtsiStationSettings.RoadSideUnit;
        return new CAM
        {
            Header = new HilBench.Wire.Etsi.Release1.ItsPduHeader { ProtocolVersion = 2, MessageID = MessageId, StationID = state.StationId },
            Cam = new CoopAwareness
            {
                GenerationDeltaTime = (int)(ItsTime.Of(now.ToUtc()) % DeltaTimeModulus),
                CamParameters = new CamParameters
                {
                    BasicContainer = new BasicContainer { StationType = state.StationType, ReferencePosition = StationContainers.Position(state) },
                    HighFrequencyContainer = isUnit
                        ? new HighFrequencyContainer.RsuContainerHighFrequency(new RSUContainerHighFrequency())
                        : new HighFrequencyContainer.BasicVehicleContainerHighFrequency(HighFrequency(state)),
                    LowFrequencyContainer = withLowFrequency && !isUnit
                        ? new LowFrequencyContainer.BasicVehicleContainerLowFrequency(LowFrequency(state))
                        : null,
                    SpecialVehicleContainer = withLowFrequency && !isUnit ? OfRole(state) : null,
                },
            },
        }.Encode();
    }

    private BasicVehicleContainerHighFrequency HighFrequency(StationState state) => new()
    {
        Heading = StationContainers.Heading(state),
        Speed = new Speed { SpeedValue = state.SpeedValue, SpeedConfidence = UnavailableConfidence },
        DriveDirection = (DriveDirection)state.DriveDirection,
        VehicleLength = new VehicleLength
        {
            VehicleLengthValue = Math.Clamp((int)Math.Round(settings.LengthMetres * 10), 1, 1022),
            VehicleLengthConfidenceIndication = VehicleLengthConfidenceIndication.NoTrailerPresent,
        },
        VehicleWidth = Math.Clamp((int)Math.Round(settings.WidthMetres * 10), 1, 61),
        LongitudinalAcceleration = new LongitudinalAcceleration
        {
            LongitudinalAccelerationValue = state.Motion.Acceleration is { } acceleration ? (int)Math.Clamp(Math.Round(acceleration * 10), -160, 160) : AccelerationUnavailable,
            LongitudinalAccelerationConfidence = AccelerationConfidenceUnavailable,
        },
        Curvature = new Curvature { CurvatureValue = state.CurvatureValue ?? 1023, CurvatureConfidence = CurvatureConfidence.Unavailable },
        CurvatureCalculationMode = CurvatureCalculationMode.YawRateUsed,
        YawRate = new YawRate { YawRateValue = state.YawRateValue ?? 32_767, YawRateConfidence = YawRateConfidence.Unavailable },
        AccelerationControl = state.AccelerationControl,
    };

    private static BasicVehicleContainerLowFrequency LowFrequency(StationState state) => new()
    {
        VehicleRole = (VehicleRole)state.VehicleRole,
        ExteriorLights = state.ExteriorLights,
        PathHistory = StationContainers.Path(state),
    };

    /// <summary>The container that goes with the role (EN 302 637-2 V1.4.1 annex B); a role without one, and a default role, have none.</summary>
    private static SpecialVehicleContainer? OfRole(StationState state) => (VehicleRole)state.VehicleRole switch
    {
        VehicleRole.PublicTransport => new SpecialVehicleContainer.PublicTransportContainer(new PublicTransportContainer
        {
            EmbarkationStatus = state.Embarkation,
            PtActivation = state.PtActivation is { } activation ? new PtActivation { PtActivationType = activation.Type, PtActivationData = activation.Data } : null,
        }),
        VehicleRole.SpecialTransport => new SpecialVehicleContainer.SpecialTransportContainer(new SpecialTransportContainer
        {
            SpecialTransportType = BitString.FromNumber(0, 4),
            LightBarSirenInUse = state.LightBarSiren,
        }),
        VehicleRole.DangerousGoods => new SpecialVehicleContainer.DangerousGoodsContainer(new DangerousGoodsContainer
        {
            DangerousGoodsBasic = (DangerousGoodsBasic)state.DangerousGoods,
        }),
        VehicleRole.RoadWork => new SpecialVehicleContainer.RoadWorksContainerBasic(new RoadWorksContainerBasic { LightBarSirenInUse = state.LightBarSiren }),
        VehicleRole.Rescue => new SpecialVehicleContainer.RescueContainer(new RescueContainer { LightBarSirenInUse = state.LightBarSiren }),
        VehicleRole.Emergency => new SpecialVehicleContainer.EmergencyContainer(new EmergencyContainer { LightBarSirenInUse = state.LightBarSiren }),
        VehicleRole.SafetyCar => new SpecialVehicleContainer.SafetyCarContainer(new SafetyCarContainer { LightBarSirenInUse = state.LightBarSiren }),
        _ => null,
    };
}
