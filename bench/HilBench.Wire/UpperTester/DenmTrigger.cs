using HilBench.Asn1;

namespace HilBench.Wire.UpperTester;

/// <summary>Begins a DENM. What is null is left to the station; its place on the wire is filled with zeros.</summary>
public sealed record DenmTrigger() : UpperTesterMessage(UpperTesterMessageType.DenmTrigger)
{
    /// <summary>When the event was detected: TimestampIts, milliseconds.</summary>
    public required long DetectionTime { get; init; }

    /// <summary>Seconds, 0 to 86 400.</summary>
    public int? ValidityDuration { get; init; }

    /// <summary>How long the DENM is repeated, seconds.</summary>
    public int? RepetitionDuration { get; init; }

    /// <summary>0 to 7.</summary>
    public int InformationQuality { get; init; }

    /// <summary>Cause code.</summary>
    public required int Cause { get; init; }

    /// <summary>Sub cause code.</summary>
    public int SubCause { get; init; }

    /// <summary>RelevanceDistance, 0 (less than 50 m) to 7 (over 10 km).</summary>
    public int RelevanceDistance { get; init; }

    /// <summary>RelevanceTrafficDirection, 0 (all) to 3.</summary>
    public int? TrafficDirection { get; init; }

    /// <summary>TransmissionInterval, milliseconds.</summary>
    public int? TransmissionInterval { get; init; }

    /// <summary>Time between repetitions, milliseconds.</summary>
    public int? RepetitionInterval { get; init; }

    /// <summary>AlacarteContainer in UPER; empty for none.</summary>
    public OctetString Alacarte { get; init; }

    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.DetectionTime, DetectionTime);
        values.Set(FieldNames.ValidityDuration, ValidityDuration);
        values.Set(FieldNames.RepetitionDuration, RepetitionDuration);
        values.Set(FieldNames.InformationQuality, InformationQuality);
        values.Set(FieldNames.Cause, Cause);
        values.Set(FieldNames.SubCause, SubCause);
        values.Set(FieldNames.RelevanceDistance, RelevanceDistance);
        values.Set(FieldNames.TrafficDirection, TrafficDirection);
        values.Set(FieldNames.TransmissionInterval, TransmissionInterval);
        values.Set(FieldNames.RepetitionInterval, RepetitionInterval);
        values.Set(FieldNames.Alacarte, Alacarte);
    }

    internal static DenmTrigger Read(FieldValues values) => new()
    {
        DetectionTime = values.NumberOr(FieldNames.DetectionTime, 0),
        ValidityDuration = (int?)values.Number(FieldNames.ValidityDuration),
        RepetitionDuration = (int?)values.Number(FieldNames.RepetitionDuration),
        InformationQuality = (int)values.NumberOr(FieldNames.InformationQuality, 0),
        Cause = (int)values.NumberOr(FieldNames.Cause, 0),
        SubCause = (int)values.NumberOr(FieldNames.SubCause, 0),
        RelevanceDistance = (int)values.NumberOr(FieldNames.RelevanceDistance, 0),
        TrafficDirection = (int?)values.Number(FieldNames.TrafficDirection),
        TransmissionInterval = (int?)values.Number(FieldNames.TransmissionInterval),
        RepetitionInterval = (int?)values.Number(FieldNames.RepetitionInterval),
        Alacarte = values.Octets(FieldNames.Alacarte) ?? default,
    };
}
