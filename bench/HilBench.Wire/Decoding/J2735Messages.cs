namespace HilBench.Wire.Decoding;

/// <summary>Numbers of SAE J2735 messages (DSRCmsgID, 2024 edition), also of those whose content the schema does not hold.</summary>
internal static class J2735Messages
{
    /// <summary>Name of a message; null for a number that the standard does not give.</summary>
    public static string? NameOf(int messageId) => messageId switch
    {
        18 => "MapData",
        19 => "SPAT",
        20 => "BasicSafetyMessage",
        21 => "CommonSafetyRequest",
        22 => "EmergencyVehicleAlert",
        23 => "IntersectionCollision",
        24 => "NMEAcorrections",
        25 => "ProbeDataManagement",
        26 => "ProbeVehicleData",
        27 => "RoadSideAlert",
        28 => "RTCMcorrections",
        29 => "SignalRequestMessage",
        30 => "SignalStatusMessage",
        31 => "TravelerInformation",
        32 => "PersonalSafetyMessage",
        33 => "RoadSafetyMessage",
        34 => "RoadWeatherMessage",
        35 => "ProbeDataConfigMessage",
        36 => "ProbeDataReportMessage",
        37 => "TollAdvertisementMessage",
        38 => "TollUsageMessage",
        39 => "TollUsageAckMessage",
        40 => "CooperativeControlMessage",
        41 => "SensorDataSharingMessage",
        42 => "ManeuverSharingAndCoordinatingMessage",
        48 => "RoadUserChargingConfigMessage",
        49 => "RoadUserChargingReportMessage",
        50 => "TrafficLightStatusMessage",
        >= 240 and <= 255 => "TestMessage",
        _ => null,
    };
}
