using HilBench.Measuring;
using HilBench.Reports.Html;

namespace HilBench.Tests.Reports;

internal sealed class EcdfPlotTests
{
    [Test]
    public void The_curve_steps_from_the_axis_to_all_samples_and_runs_to_the_right_edge()
    {
        var plot = Plot([new(4, 0.5), new(6, 1)], limit: null);

        Assert.That(plot.Path, Does.StartWith($"M{C(EcdfPlot.Left)} {C(EcdfPlot.Bottom)}H"));
        Assert.That(plot.Path, Does.Contain($"V{C((EcdfPlot.Top + EcdfPlot.Bottom) / 2)}").And.Contain($"V{C(EcdfPlot.Top)}"));
        Assert.That(plot.Path, Does.EndWith($"H{C(EcdfPlot.Right)}"));
    }

    [Test]
    public void A_limit_lies_where_its_value_is()
    {
        var plot = Plot([new(0, 0.5), new(50, 1)], new(null, 100, "at most 100 ms"));

        // The axis runs from 0 to 105: the limit and 5 % of room.
        Assert.That(plot.Limits.Single().Position, Is.EqualTo(EcdfPlot.Left + ((EcdfPlot.Right - EcdfPlot.Left) * 100 / 105)).Within(1e-9));
        Assert.That(plot.Limits.Single().Label, Is.EqualTo("limit 100 ms"));
        Assert.That(plot.Ticks.Select(tick => tick.Label), Is.EqualTo(["0", "50", "100"]));
    }

    [Test]
    public void A_limit_far_beyond_the_samples_is_named_and_not_drawn()
    {
        var plot = Plot([new(1, 1)], new(null, 300, "at most 300 ms"));

        Assert.That(plot.Limits, Is.Empty);
        Assert.That(plot.OffAxis.Single(), Is.EqualTo("limit 300 ms lies beyond this axis"));
    }

    [Test]
    public void Lower_and_upper_limit_are_told_apart() =>
        Assert.That(
            Plot([new(99, 0.5), new(101, 1)], new(95, 105, "100 ms ± 5 ms")).Limits.Select(limit => limit.Label),
            Is.EqualTo(["lower limit 95 ms", "upper limit 105 ms"]));

    [TestCase(0)]
    [TestCase(100)]
    [TestCase(-3)]
    [TestCase(1e-7)]
    [TestCase(1e15)]
    public void Samples_that_are_all_equal_still_have_an_axis(double value)
    {
        var plot = Plot([new(value, 1)], limit: null);

        Assert.That(plot.Path, Does.Not.Contain("NaN").And.Not.Contain("∞").And.Not.Contain("Infinity"));
        Assert.That(plot.Ticks, Is.Not.Empty);
        Assert.That(plot.Ticks.Select(tick => tick.Position), Is.All.InRange(EcdfPlot.Left, EcdfPlot.Right));
    }

    [Test]
    public void Points_that_are_no_numbers_are_left_out()
    {
        Assert.That(EcdfPlot.Of(Measured([new(double.NaN, 0.5), new(double.PositiveInfinity, 1)], null)), Is.Null);
        Assert.That(Plot([new(double.NaN, 0.5), new(7, 1)], null).Path, Does.Not.Contain("NaN"));
    }

    [Test]
    public void A_measurement_without_samples_has_no_plot() => Assert.That(EcdfPlot.Of(SampleRun.Silent), Is.Null);

    private static EcdfPlot Plot(DistributionPoint[] curve, Limit? limit) => EcdfPlot.Of(Measured(curve, limit))!;

    private static Measurement Measured(DistributionPoint[] curve, Limit? limit) => SampleRun.Latency with { Curve = [.. curve], Limit = limit };

    private static string C(double value) => EcdfPlot.Coordinate(value);
}
