using System.Collections.Immutable;
using HilBench.Wire.Snmp;

namespace HilBench.Wire.Rsu;

/// <summary>The objects of both MIBs by name. Where a MIB has more, those are known by their identifiers only.</summary>
public static class RsuObjectTable
{
    private static readonly Dictionary<ObjectId, RsuObject> ById = Rsu41().Concat(Ntcip1218()).ToDictionary(one => one.Id);

    /// <summary>All objects, in the order of their identifiers.</summary>
    public static ImmutableArray<RsuObject> All { get; } = [.. ById.Values.OrderBy(one => one.Id)];

    /// <summary>The object of an instance: a scalar's <c>.0</c>, or a row of a table of one index.</summary>
    /// <param name="instance">The instance.</param>
    /// <returns>Null for an object that has no name here.</returns>
    public static RsuObject? Of(ObjectId instance) => instance.Length == 0 ? null : ById.GetValueOrDefault(new ObjectId(instance.Parts[..^1]));

    /// <summary>An instance by name, for example <c>rsuMode.0</c>; its identifier where it has no name here.</summary>
    public static string NameOf(ObjectId instance) => Of(instance) is { } one ? $"{one.Name}.{instance[^1]}" : instance.ToString();

    private static IEnumerable<RsuObject> Rsu41() =>
    [
        .. Objects(
            Rsu41Objects.StoreAndRepeat.Append(1), 2,
            "rsuSRMPsid/p rsuSRMDsrcMsgId rsuSRMTxMode rsuSRMTxChannel rsuSRMTxInterval rsuSRMDeliveryStart/t rsuSRMDeliveryStop/t rsuSRMPayload/o rsuSRMEnable rsuSRMStatus/r"),
        .. Objects(
            Rsu41Objects.ImmediateForward.Append(1), 2,
            "rsuIFMPsid/p rsuIFMDsrcMsgId rsuIFMTxMode rsuIFMTxChannel rsuIFMEnable rsuIFMStatus/r"),
        .. Objects(
            Rsu41Objects.ReceivedMessages.Append(1), 2,
            "rsuDsrcFwdPsid/p rsuDsrcFwdDestIpAddr/o rsuDsrcFwdDestPort rsuDsrcFwdProtocol rsuDsrcFwdRssi rsuDsrcFwdMsgInterval rsuDsrcFwdDeliveryStart/t "
            + "rsuDsrcFwdDeliveryStop/t rsuDsrcFwdEnable rsuDsrcFwdStatus/r"),
        .. Objects(
            Rsu41Objects.GpsOutput, 1,
            "rsuGpsOutputPort rsuGpsOutputAddress/o rsuGpsOutputInterface/s rsuGpsOutputInterval -rsuGpsOutputString/s rsuGpsRefLat rsuGpsRefLon rsuGpsRefElv rsuGpsMaxDeviation"),
        .. Objects(
            Rsu41Objects.SystemStatistics, 1,
            "-rsuTimeSincePowerOn -rsuTotalRunTime -rsuLastLoginTime/t -rsuLastLoginUser/s -rsuLastLoginSource/s -rsuLastRestartTime/t -rsuIntTemp"),
        .. Objects(Rsu41Objects.SystemDescription, 1, "rsuMibVersion/s rsuFirmwareVersion/s rsuLocationDesc/s rsuID/s rsuManufacturer/s"),
        .. Objects(
            Rsu41Objects.SystemSettings, 1,
            "rsuTxPower rsuNotifyIpAddress/o rsuNotifyPort rsuSysLogCloseDay rsuSysLogCloseTime/o rsuSysLogDeleteDay rsuSysLogDeleteAge"),
        .. Objects(Rsu41Objects.SystemStatus, 1, "-rsuChanStatus"),
        .. Objects(Rsu41Objects.Root, 99, "rsuMode"),
    ];

    private static IEnumerable<RsuObject> Ntcip1218() =>
    [
        .. Objects(
            Ntcip1218Objects.Radios.Append(1), 2,
            "rsuRadioDesc/s rsuRadioEnable rsuRadioType rsuRadioMacAddress1/o rsuRadioMacAddress2/o rsuRadioChanMode rsuRadioCh1 rsuRadioCh2 rsuRadioTxPower1 rsuRadioTxPower2"),
        .. Objects(Ntcip1218Objects.Gnss, 1, "-rsuGnssStatus -rsuGnssAugmentation"),
        .. Objects(Ntcip1218Objects.MessageRepeat, 1, "maxRsuMsgRepeat"),
        .. Objects(
            Ntcip1218Objects.MessageRepeat.Append(2, 1), 2,
            "rsuMsgRepeatPsid/p rsuMsgRepeatTxChannel rsuMsgRepeatTxInterval rsuMsgRepeatDeliveryStart/t rsuMsgRepeatDeliveryStop/t rsuMsgRepeatPayload/o "
            + "rsuMsgRepeatEnable rsuMsgRepeatStatus/r rsuMsgRepeatPriority rsuMsgRepeatOptions/o"),
        .. Objects(Ntcip1218Objects.MessageRepeat, 3, "-rsuMsgRepeatDeleteAll"),
        .. Objects(Ntcip1218Objects.ImmediateForward, 1, "maxRsuIFMs"),
        .. Objects(
            Ntcip1218Objects.ImmediateForward.Append(2, 1), 2,
            "rsuIFMPsid/p rsuIFMTxChannel -rsuIFMEnable rsuIFMStatus/r rsuIFMPriority rsuIFMOptions/o -rsuIFMPayload/o"),
        .. Objects(Ntcip1218Objects.ReceivedMessages, 1, "maxRsuReceivedMsgs"),
        .. Objects(
            Ntcip1218Objects.ReceivedMessages.Append(2, 1), 2,
            "rsuReceivedMsgPsid/p rsuReceivedMsgDestIpAddr/s rsuReceivedMsgDestPort rsuReceivedMsgProtocol rsuReceivedMsgRssi rsuReceivedMsgInterval "
            + "rsuReceivedMsgDeliveryStart/t rsuReceivedMsgDeliveryStop/t rsuReceivedMsgStatus/r rsuReceivedMsgSecure rsuReceivedMsgAuthMsgInterval"),
        .. Objects(
            Ntcip1218Objects.GnssOutput, 1,
            "rsuGnssOutputPort rsuGnssOutputAddress/s rsuGnssOutputInterface/s rsuGnssOutputInterval -rsuGnssOutputString/s -rsuGnssLat -rsuGnssLon -rsuGnssElv "
            + "rsuGnssMaxDeviation -rsuLocationDeviation -rsuGnssPositionError"),
        .. Objects(
            Ntcip1218Objects.SystemDescription, 1,
            "rsuMibVersion/s rsuFirmwareVersion/s rsuLocationDesc/s rsuID/s rsuLocationLat rsuLocationLon rsuLocationElv rsuElevationOffset -rsuInstallUpdate "
            + "rsuInstallFile/s rsuInstallPath/s -rsuInstallStatus rsuInstallTime/t -rsuInstallStatusMessage/s rsuScheduledInstallTime/t"),
        .. Objects(
            Ntcip1218Objects.SystemStatus, 1,
            "-rsuChanStatus rsuMode -rsuModeStatus -rsuReboot -rsuClockSource -rsuClockSourceStatus rsuClockSourceTimeout rsuClockSourceFailedQuery "
            + "rsuClockDeviationTolerance -rsuStatus"),
        .. Objects(Ntcip1218Objects.TransmittedMessages, 1, "maxXmitMsgFwding"),
        .. Objects(
            Ntcip1218Objects.TransmittedMessages.Append(2, 1), 2,
            "rsuXmitMsgFwdingPsid/p rsuXmitMsgFwdingDestIpAddr/s rsuXmitMsgFwdingDestPort rsuXmitMsgFwdingProtocol rsuXmitMsgFwdingDeliveryStart/t "
            + "rsuXmitMsgFwdingDeliveryStop/t rsuXmitMsgFwdingSecure rsuXmitMsgFwdingStatus/r"),
    ];

    // Names in the order of their numbers; a letter behind says the kind, a minus in front that the value changes by itself.
    private static IEnumerable<RsuObject> Objects(ObjectId root, uint first, string names) => names.Split(' ').Select((word, place) =>
    {
        var parts = word.TrimStart('-').Split('/');
        var kind = parts.Length == 1 ? RsuValueKind.Number : parts[1][0] switch
        {
            'p' => RsuValueKind.Psid,
            't' => RsuValueKind.Time,
            's' => RsuValueKind.Text,
            'r' => RsuValueKind.RowStatus,
            _ => RsuValueKind.Octets,
        };
        return new RsuObject(root.Append(first + (uint)place), parts[0], kind) { IsSetting = word[0] != '-' };
    });
}
