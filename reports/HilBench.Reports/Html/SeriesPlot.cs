using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HilBench.Measuring;

namespace HilBench.Reports.Html;

/// <summary>Geometry of a measurement over time: a band from the smallest to the largest sample of each span, and the middle ones as a line. It has the frame of <see cref="EcdfPlot"/>.</summary>
internal sealed record SeriesPlot(string Band, string Line, ImmutableArray<PlotMark> Times, ImmutableArray<PlotMark> Values, double? Limit)
{
    private const double FarLimit = 20;

    /// <summary>The plot of a measurement; null when it has fewer than two spans.</summary>
    public static SeriesPlot? Of(Measurement measurement)
    {
        var bins = measurement.Series.Where(bin => double.IsFinite(bin.Min) && double.IsFinite(bin.Max) && double.IsFinite(bin.AtSeconds)).ToArray();
        if (bins.Length < 2)
        {
            return null;
        }

        var reach = FarLimit * Math.Max(bins.Max(bin => Math.Max(Math.Abs(bin.Min), Math.Abs(bin.Max))), double.Epsilon);
        var limit = measurement.Limit?.Upper is { } upper && Math.Abs(upper) <= reach ? upper : (double?)null;
        var values = PlotAxis.Covering([.. bins.Select(bin => bin.Min), .. bins.Select(bin => bin.Max), .. limit is { } shown ? new[] { shown } : []], EcdfPlot.Bottom, EcdfPlot.Top);
        var times = PlotAxis.Covering([0, bins[^1].AtSeconds], EcdfPlot.Left, EcdfPlot.Right);
        var band = new StringBuilder();
        var line = new StringBuilder();
        foreach (var bin in bins)
        {
            var x = EcdfPlot.Coordinate(times.Position(bin.AtSeconds));
            band.Append(CultureInfo.InvariantCulture, $"M{x} {EcdfPlot.Coordinate(values.Position(bin.Min) + 0.5)}V{EcdfPlot.Coordinate(values.Position(bin.Max) - 0.5)}");
            line.Append(CultureInfo.InvariantCulture, $"{(line.Length == 0 ? 'M' : 'L')}{x} {EcdfPlot.Coordinate(values.Position(bin.Median))}");
        }

        return new SeriesPlot(band.ToString(), line.ToString(), times.Ticks, values.Ticks, limit is { } bound ? values.Position(bound) : null);
    }
}
