using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using HilBench.Measuring;

namespace HilBench.Reports.Html;

/// <summary>Geometry of the plot of an empirical distribution function with its limits, in the units of the SVG's view box.</summary>
internal sealed record EcdfPlot
{
    public const double Width = 440;
    public const double Height = 244;
    public const double Left = 44;
    public const double Right = 426;
    public const double Top = 36;
    public const double Bottom = 198;

    // A limit farther out than this many times the largest sample would press the curve flat; it is named, not drawn.
    private const double FarLimit = 20;

    /// <summary>The step curve.</summary>
    public required string Path { get; init; }

    /// <summary>Ticks of the quantity's axis.</summary>
    public required ImmutableArray<PlotMark> Ticks { get; init; }

    /// <summary>Limits that lie on the axis.</summary>
    public required ImmutableArray<PlotMark> Limits { get; init; }

    /// <summary>What could not be drawn, for example a limit far right of the axis.</summary>
    public required ImmutableArray<string> OffAxis { get; init; }

    /// <summary>The plot of a measurement; null when it has no finite point.</summary>
    public static EcdfPlot? Of(Measurement measurement, Words? words = null)
    {
        var points = measurement.Curve.IsDefault
            ? []
            : measurement.Curve.Where(point => double.IsFinite(point.Value) && double.IsFinite(point.Share)).ToArray();
        if (points.Length == 0)
        {
            return null;
        }

        words ??= Words.English;
        var limits = Bounds(measurement.Limit).ToArray();
        var reach = FarLimit * Math.Max(points.Max(point => Math.Abs(point.Value)), double.Epsilon);
        var near = limits.Where(limit => Math.Abs(limit.Value) <= reach).ToArray();
        var axis = PlotAxis.Covering([.. points.Select(point => point.Value), .. near.Select(limit => limit.Value)], Left, Right);
        return new EcdfPlot
        {
            Path = Steps(points, axis),
            Ticks = axis.Ticks,
            Limits = [.. near.Select(limit => new PlotMark(axis.Position(limit.Value), Label(limit, measurement.Unit, words)))],
            OffAxis = [.. limits.Except(near).Select(limit => words["{0} lies beyond this axis", Label(limit, measurement.Unit, words)])],
        };
    }

    /// <summary>Height of a share on the page.</summary>
    public static double YOf(double share) => Bottom - ((Bottom - Top) * Math.Clamp(share, 0, 1));

    /// <summary>A coordinate as SVG writes it.</summary>
    public static string Coordinate(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, double Value)> Bounds(Limit? limit)
    {
        if (limit?.Lower is { } lower && double.IsFinite(lower))
        {
            yield return ("lower limit", lower);
        }

        if (limit?.Upper is { } upper && double.IsFinite(upper))
        {
            yield return (limit.Lower is null ? "limit" : "upper limit", upper);
        }
    }

    private static string Label((string Name, double Value) limit, string unit, Words words) => $"{words[limit.Name]} {Wording.Quantity(limit.Value)} {unit}";

    private static string Steps(DistributionPoint[] points, PlotAxis axis)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{Coordinate(Left)} {Coordinate(Bottom)}");
        foreach (var point in points.OrderBy(point => point.Value).ThenBy(point => point.Share))
        {
            path.Append(CultureInfo.InvariantCulture, $"H{Coordinate(axis.Position(point.Value))}V{Coordinate(YOf(point.Share))}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"H{Coordinate(Right)}").ToString();
    }
}
