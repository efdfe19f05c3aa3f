using System.Collections.Immutable;

namespace HilBench.Reports.Html;

/// <summary>A linear axis with round ticks.</summary>
internal sealed class PlotAxis
{
    private const int WantedTicks = 5;
    private readonly double _low;
    private readonly double _high;
    private readonly double _start;
    private readonly double _end;

    private PlotAxis(double low, double high, double start, double end) => (_low, _high, _start, _end) = (low, high, start, end);

    /// <summary>Ticks at round values, four to ten of them.</summary>
    public ImmutableArray<PlotMark> Ticks
    {
        get
        {
            var step = RoundStep((_high - _low) / WantedTicks);
            var first = Math.Ceiling((_low / step) - 1e-9);
            var last = Math.Floor((_high / step) + 1e-9);
            return [.. Enumerable.Range(0, (int)Math.Clamp(last - first + 1, 0, 12)).Select(i => Tick((first + i) * step))];
        }
    }

    /// <summary>An axis that shows all values, with a little room; it begins at zero when the values come near it.</summary>
    /// <param name="values">Values to show, at least one.</param>
    /// <param name="start">Position of the axis' low end.</param>
    /// <param name="end">Position of the axis' high end.</param>
    public static PlotAxis Covering(IReadOnlyCollection<double> values, double start, double end)
    {
        var (low, high) = (values.Min(), values.Max());
        if (low >= 0 && low <= 0.4 * high)
        {
            low = 0;
        }

        var room = high > low ? 0.05 * (high - low) : Math.Max(0.05 * Math.Abs(high), 1e-6);
        return new PlotAxis(low == 0 && high > 0 ? 0 : low - room, high + room, start, end);
    }

    /// <summary>Where a value lies.</summary>
    public double Position(double value) => _start + ((_end - _start) * (value - _low) / (_high - _low));

    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }

    private PlotMark Tick(double value)
    {
        var clean = Math.Abs(value) < (_high - _low) * 1e-9 ? 0 : value;
        return new PlotMark(Position(clean), Wording.Quantity(Math.Round(clean, 9)));
    }
}
