using System.Collections.Frozen;

namespace HilBench.Wire.UpperTester;

/// <summary>For each message: its name in profile tables, the fields that it can have, and how its record is made of their values.</summary>
internal static class MessageTable
{
    private static readonly string[] Changeable = [FieldNames.Value, FieldNames.Change];
    private static readonly string[] OnlyValue = [FieldNames.Value];
    private static readonly string[] OnlyDone = [FieldNames.Done];
    private static readonly string[] OnlyPacket = [FieldNames.Packet];
    private static readonly string[] DenmAnswer = [FieldNames.Done, FieldNames.StationId, FieldNames.SequenceNumber];

    private static readonly string[] Area =
    [
        FieldNames.Shape, FieldNames.Lifetime, FieldNames.TrafficClass, FieldNames.Latitude, FieldNames.Longitude, FieldNames.DistanceA, FieldNames.DistanceB,
        FieldNames.Angle, FieldNames.Payload,
    ];

    private static readonly string[] Denm =
    [
        FieldNames.DetectionTime, FieldNames.ValidityDuration, FieldNames.InformationQuality, FieldNames.Cause, FieldNames.SubCause, FieldNames.RelevanceDistance,
        FieldNames.TrafficDirection, FieldNames.TransmissionInterval, FieldNames.RepetitionInterval,
    ];

    private static readonly FrozenDictionary<string, UpperTesterMessageType> ByName =
        Enum.GetValues<UpperTesterMessageType>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Enum.GetValues<UpperTesterMessageType>().Select(NameOf);

    public static bool TryFind(string name, out UpperTesterMessageType type) => ByName.TryGetValue(name, out type);

    /// <summary>Kebab-case of the type's name.</summary>
    public static string NameOf(UpperTesterMessageType type) =>
        string.Concat(type.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? string.Empty : "-") + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>Fields that the message's record has a place for.</summary>
    public static string[] FieldsOf(UpperTesterMessageType type) => type switch
    {
        UpperTesterMessageType.Initialize => [FieldNames.Certificate],
        UpperTesterMessageType.ChangePosition => [FieldNames.LatitudeChange, FieldNames.LongitudeChange, FieldNames.AltitudeChange],
        UpperTesterMessageType.ChangePseudonym or UpperTesterMessageType.NotSupported => [],
        UpperTesterMessageType.DenmTrigger => [.. Denm, FieldNames.RepetitionDuration, FieldNames.Alacarte],
        UpperTesterMessageType.DenmUpdate => [.. Denm, FieldNames.StationId, FieldNames.SequenceNumber],
        UpperTesterMessageType.DenmTriggerResult or UpperTesterMessageType.DenmUpdateResult => DenmAnswer,
        UpperTesterMessageType.DenmTermination => [FieldNames.StationId, FieldNames.SequenceNumber],
        UpperTesterMessageType.CamEvent or UpperTesterMessageType.DenmEvent or UpperTesterMessageType.GnEvent or UpperTesterMessageType.BtpEvent => OnlyPacket,
        UpperTesterMessageType.CamPtActivation => [FieldNames.Type, FieldNames.Data],
        UpperTesterMessageType.CamCurvature or UpperTesterMessageType.CamSpeed or UpperTesterMessageType.CamHeading or UpperTesterMessageType.CamYawRate => Changeable,
        UpperTesterMessageType.GnUnicast => [FieldNames.Destination, FieldNames.Lifetime, FieldNames.TrafficClass, FieldNames.Payload],
        UpperTesterMessageType.GnBroadcast or UpperTesterMessageType.GnAnycast => Area,
        UpperTesterMessageType.GnSingleHop => [FieldNames.TrafficClass, FieldNames.Payload],
        UpperTesterMessageType.GnMultiHop => [FieldNames.Hops, FieldNames.Lifetime, FieldNames.TrafficClass, FieldNames.Payload],
        UpperTesterMessageType.BtpA => [FieldNames.DestinationPort, FieldNames.SourcePort],
        UpperTesterMessageType.BtpB => [FieldNames.DestinationPort, FieldNames.PortInfo],
        _ when IsCamTrigger(type) => OnlyValue,
        _ => OnlyDone,
    };

    public static UpperTesterMessage Create(UpperTesterMessageType type, FieldValues values) => type switch
    {
        UpperTesterMessageType.Initialize => Initialize.Read(values),
        UpperTesterMessageType.ChangePosition => ChangePosition.Read(values),
        UpperTesterMessageType.ChangePseudonym or UpperTesterMessageType.NotSupported => new PlainMessage(type),
        UpperTesterMessageType.DenmTrigger => DenmTrigger.Read(values),
        UpperTesterMessageType.DenmUpdate => DenmUpdate.Read(values),
        UpperTesterMessageType.DenmTriggerResult or UpperTesterMessageType.DenmUpdateResult => DenmResult.Read(type, values),
        UpperTesterMessageType.DenmTermination => DenmTermination.Read(values),
        UpperTesterMessageType.CamEvent or UpperTesterMessageType.DenmEvent or UpperTesterMessageType.GnEvent or UpperTesterMessageType.BtpEvent =>
            ReceptionEvent.Read(type, values),
        UpperTesterMessageType.CamPtActivation => CamPtActivation.Read(values),
        UpperTesterMessageType.GnUnicast => UnicastTrigger.Read(values),
        UpperTesterMessageType.GnBroadcast or UpperTesterMessageType.GnAnycast => AreaTrigger.Read(type, values),
        UpperTesterMessageType.GnSingleHop or UpperTesterMessageType.GnMultiHop => HopTrigger.Read(type, values),
        UpperTesterMessageType.BtpA or UpperTesterMessageType.BtpB => BtpTrigger.Read(type, values),
        _ when IsCamTrigger(type) => CamTrigger.Read(type, values),
        _ => UpperTesterResult.Read(type, values),
    };

    private static bool IsCamTrigger(UpperTesterMessageType type) =>
        type is UpperTesterMessageType.CamState or (>= UpperTesterMessageType.CamCurvature and <= UpperTesterMessageType.CamLightBarSiren);
}
