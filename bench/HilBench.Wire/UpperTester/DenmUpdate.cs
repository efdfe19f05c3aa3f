namespace HilBench.Wire.UpperTester;

/// <summary>Changes a DENM that the station sends. What is null stays as it is; its place on the wire is filled with zeros.</summary>
public sealed record DenmUpdate() : UpperTesterMessage(UpperTesterMessageType.DenmUpdate)
{
    /// <summary>Originating station of the DENM's action id.</summary>
    public required uint StationId { get; init; }

    /// <summary>Sequence number of the DENM's action id, 0 to 65 535.</summary>
    public required int SequenceNumber { get; init; }

    /// <summary>When the change was detected: TimestampIts, milliseconds.</summary>
    public required long DetectionTime { get; init; }

    /// <summary>Seconds, 0 to 86 400.</summary>
    public int? ValidityDuration { get; init; }

    /// <summary>Information quality, cause and sub cause; null when they stay.</summary>
    public DenmSituation? Situation { get; init; }

    /// <summary>RelevanceDistance, 0 (less than 50 m) to 7 (over 10 km).</summary>
    public int? RelevanceDistance { get; init; }

    /// <summary>RelevanceTrafficDirection, 0 (all) to 3.</summary>
    public int? TrafficDirection { get; init; }

    /// <summary>TransmissionInterval, milliseconds.</summary>
    public int? TransmissionInterval { get; init; }

    /// <summary>Time between repetitions, milliseconds.</summary>
    public int? RepetitionInterval { get; init; }

    internal override void Write(FieldValues values)
    {
        values.Set(FieldNames.StationId, StationId);
        values.Set(FieldNames.SequenceNumber, SequenceNumber);
        values.Set(FieldNames.DetectionTime, DetectionTime);
        values.Set(FieldNames.ValidityDuration, ValidityDuration);
        values.Set(FieldNames.InformationQuality, Situation?.InformationQuality);
        values.Set(FieldNames.Cause, Situation?.Cause);
        values.Set(FieldNames.SubCause, Situation?.SubCause);
        values.Set(FieldNames.RelevanceDistance, RelevanceDistance);
        values.Set(FieldNames.TrafficDirection, TrafficDirection);
        values.Set(FieldNames.TransmissionInterval, TransmissionInterval);
        values.Set(FieldNames.RepetitionInterval, RepetitionInterval);
    }

    internal static DenmUpdate Read(FieldValues values) => new()
    {
        StationId = (uint)values.NumberOr(FieldNames.StationId, 0),
        SequenceNumber = (int)values.NumberOr(FieldNames.SequenceNumber, 0),
        DetectionTime = values.NumberOr(FieldNames.DetectionTime, 0),
        ValidityDuration = (int?)values.Number(FieldNames.ValidityDuration),
        Situation = values.Number(FieldNames.Cause) is { } cause
            ? new DenmSituation((int)values.NumberOr(FieldNames.InformationQuality, 0), (int)cause, (int)values.NumberOr(FieldNames.SubCause, 0))
            : null,
        RelevanceDistance = (int?)values.Number(FieldNames.RelevanceDistance),
        TrafficDirection = (int?)values.Number(FieldNames.TrafficDirection),
        TransmissionInterval = (int?)values.Number(FieldNames.TransmissionInterval),
        RepetitionInterval = (int?)values.Number(FieldNames.RepetitionInterval),
    };
}
