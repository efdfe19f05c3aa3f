using HilBench.Measuring;
using HilBench.Runs;

namespace HilBench.Reports.Csv;

/// <summary>measurements.csv: one row a measurement.</summary>
internal static class MeasurementsCsv
{
    public static byte[] Render(RunRecord runRecord) => CsvReport.Write(runRecord.Measurements.Select(m => Row(m, runRecord)));

    private static MeasurementRow Row(Measurement measurement, RunRecord runRecord) => new()
    {
        Measurement = measurement.Name,
        Description = measurement.Description,
        Purposes = string.Join(' ', runRecord.Purposes.Where(p => p.Measurements.Contains(measurement.Name, StringComparer.Ordinal)).Select(p => p.Row.Id)),
        Unit = measurement.Unit,
        Samples = measurement.Count,
        Min = measurement.Distribution?.Min,
        Mean = measurement.Distribution?.Mean,
        P50 = measurement.Distribution?.P50,
        P95 = measurement.Distribution?.P95,
        P99 = measurement.Distribution?.P99,
        Max = measurement.Distribution?.Max,
        Uncertainty = measurement.Uncertainty,
        Clock = measurement.Clock,
        LowerLimit = measurement.Limit?.Lower,
        UpperLimit = measurement.Limit?.Upper,
        Limit = measurement.Limit?.Text,
        Expected = measurement.Delivery?.Expected,
        InTime = measurement.Delivery?.InTime,
        Late = measurement.Delivery?.Late,
        Lost = measurement.Delivery?.Lost,
        Duplicated = measurement.Delivery?.Duplicated,
        Altered = measurement.Delivery?.Altered,
        Unexpected = measurement.Delivery?.Unexpected,
        Decision = measurement.Decision?.Outcome switch
        {
            LimitOutcome.Within => "within",
            LimitOutcome.Outside => "outside",
            LimitOutcome.Undecidable => "not decidable",
            _ => null,
        },
        DecisionReason = measurement.Decision?.Reason,
    };
}
