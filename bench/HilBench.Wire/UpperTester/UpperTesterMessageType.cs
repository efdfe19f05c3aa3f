namespace HilBench.Wire.UpperTester;

/// <summary>The messages of the Upper Tester (ETSI TR 103 099 annex C). What octets each has is for a profile to say.</summary>
public enum UpperTesterMessageType
{
    /// <summary>Request: return to the initial state.</summary>
    Initialize,

    /// <summary>Answer to <see cref="Initialize"/>.</summary>
    InitializeResult,

    /// <summary>Request: move by an offset.</summary>
    ChangePosition,

    /// <summary>Answer to <see cref="ChangePosition"/>.</summary>
    ChangePositionResult,

    /// <summary>Request: take new identities.</summary>
    ChangePseudonym,

    /// <summary>Answer to <see cref="ChangePseudonym"/>.</summary>
    ChangePseudonymResult,

    /// <summary>Request: begin a DENM.</summary>
    DenmTrigger,

    /// <summary>Answer to <see cref="DenmTrigger"/>.</summary>
    DenmTriggerResult,

    /// <summary>Request: change a DENM.</summary>
    DenmUpdate,

    /// <summary>Answer to <see cref="DenmUpdate"/>.</summary>
    DenmUpdateResult,

    /// <summary>Request: end a DENM.</summary>
    DenmTermination,

    /// <summary>Answer to <see cref="DenmTermination"/>.</summary>
    DenmTerminationResult,

    /// <summary>A DENM was received.</summary>
    DenmEvent,

    /// <summary>Request: switch CAMs on or off.</summary>
    CamState,

    /// <summary>Answer to every CAM request.</summary>
    CamResult,

    /// <summary>A CAM was received.</summary>
    CamEvent,

    /// <summary>Answer: the request is not known.</summary>
    NotSupported,

    /// <summary>Request: curvature, 1/10 000 of 1/m.</summary>
    CamCurvature,

    /// <summary>Request: speed, 0.01 m/s.</summary>
    CamSpeed,

    /// <summary>Request: acceleration control, seven bits.</summary>
    CamAccelerationControl,

    /// <summary>Request: exterior lights, eight bits.</summary>
    CamExteriorLights,

    /// <summary>Request: heading, 0.1 degrees.</summary>
    CamHeading,

    /// <summary>Request: drive direction, 0 forward, 1 backward, 2 unavailable.</summary>
    CamDriveDirection,

    /// <summary>Request: yaw rate, 0.01 degrees a second, to the left positive.</summary>
    CamYawRate,

    /// <summary>Request: station type.</summary>
    CamStationType,

    /// <summary>Request: vehicle role.</summary>
    CamVehicleRole,

    /// <summary>Request: embarkation status, 0 or 1.</summary>
    CamEmbarkationStatus,

    /// <summary>Request: public transport activation.</summary>
    CamPtActivation,

    /// <summary>Request: class of dangerous goods.</summary>
    CamDangerousGoods,

    /// <summary>Request: light bar and siren, two bits.</summary>
    CamLightBarSiren,

    /// <summary>Answer to every GeoNetworking request.</summary>
    GnResult,

    /// <summary>Request: send to one station.</summary>
    GnUnicast,

    /// <summary>Request: send to all stations in an area.</summary>
    GnBroadcast,

    /// <summary>Request: send to any station in an area.</summary>
    GnAnycast,

    /// <summary>Request: send to all neighbours.</summary>
    GnSingleHop,

    /// <summary>Request: send to all stations within a number of hops.</summary>
    GnMultiHop,

    /// <summary>A GeoNetworking packet was received.</summary>
    GnEvent,

    /// <summary>Request: send a BTP-A packet.</summary>
    BtpA,

    /// <summary>Answer to every BTP request.</summary>
    BtpResult,

    /// <summary>Request: send a BTP-B packet.</summary>
    BtpB,

    /// <summary>A BTP packet was received.</summary>
    BtpEvent,
}
