using CsvHelper;

namespace HilBench.Reports.Csv;

/// <summary>One row of measurements.csv. Values are in the row's own unit; an empty cell says that there is no such value.</summary>
[CsvRecord]
internal sealed partial class MeasurementRow
{
    [CsvColumn("measurement")]
    public required string Measurement { get; init; }

    [CsvColumn("description")]
    public required string Description { get; init; }

    [CsvColumn("purposes")]
    public required string Purposes { get; init; }

    [CsvColumn("unit")]
    public required string Unit { get; init; }

    [CsvColumn("n_samples")]
    public required int Samples { get; init; }

    [CsvColumn("min_in_unit")]
    public required double? Min { get; init; }

    [CsvColumn("mean_in_unit")]
    public required double? Mean { get; init; }

    [CsvColumn("p50_in_unit")]
    public required double? P50 { get; init; }

    [CsvColumn("p95_in_unit")]
    public required double? P95 { get; init; }

    [CsvColumn("p99_in_unit")]
    public required double? P99 { get; init; }

    [CsvColumn("max_in_unit")]
    public required double? Max { get; init; }

    [CsvColumn("uncertainty_in_unit")]
    public required double? Uncertainty { get; init; }

    [CsvColumn("clock")]
    public required string Clock { get; init; }

    [CsvColumn("lower_limit_in_unit")]
    public required double? LowerLimit { get; init; }

    [CsvColumn("upper_limit_in_unit")]
    public required double? UpperLimit { get; init; }

    [CsvColumn("limit")]
    public required string? Limit { get; init; }

    [CsvColumn("expected_messages")]
    public required long? Expected { get; init; }

    [CsvColumn("in_time_messages")]
    public required long? InTime { get; init; }

    [CsvColumn("late_messages")]
    public required long? Late { get; init; }

    [CsvColumn("lost_messages")]
    public required long? Lost { get; init; }

    [CsvColumn("duplicated_messages")]
    public required long? Duplicated { get; init; }

    [CsvColumn("altered_messages")]
    public required long? Altered { get; init; }

    [CsvColumn("unexpected_messages")]
    public required long? Unexpected { get; init; }

    [CsvColumn("decision")]
    public required string? Decision { get; init; }

    [CsvColumn("decision_reason")]
    public required string? DecisionReason { get; init; }
}
