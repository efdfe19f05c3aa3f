using HilBench.Links;
using HilBench.Measuring;

namespace HilBench.Tests.Measuring;

internal sealed class SampleSetTests
{
    private static readonly Instant Start = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private SampleSet _samples = null!;

    [SetUp]
    public void CreateSet() => _samples = new SampleSet();

    [Test]
    public void Without_samples_there_is_no_series() => Assert.That(_samples.ToSeries(), Is.Empty);

    [Test]
    public void Samples_without_times_have_no_series()
    {
        _samples.Add(1, Start);
        _samples.Add(2);

        Assert.That(_samples.ToSeries(), Is.Empty);
        Assert.That(_samples.Count, Is.EqualTo(2));
    }

    [Test]
    public void One_sample_is_one_span_at_the_beginning()
    {
        _samples.Add(4.5, Start);

        Assert.That(_samples.ToSeries(), Is.EqualTo([new SeriesBin(0, 4.5, 4.5, 4.5)]));
    }

    [Test]
    public void A_span_has_its_smallest_middle_and_largest_sample_in_whatever_order_they_came()
    {
        foreach (var sample in new[] { 9.0, 1.0, 5.0, 4.0 })
        {
            _samples.Add(sample, Start);
        }

        Assert.That(_samples.ToSeries(), Is.EqualTo([new SeriesBin(0, 1, 4, 9)]), "of four samples the second is the middle one by nearest rank");
    }

    [Test]
    public void An_hour_at_10_Hz_has_120_spans_of_30_s_and_hides_no_outlier()
    {
        const int Outlier = 17_777;
        for (var i = 0; i < 36_000; i++)
        {
            _samples.Add(i == Outlier ? 250 : 5 + (i % 3), Start + TimeSpan.FromMilliseconds(100 * i));
        }

        var series = _samples.ToSeries();

        Assert.That(series, Has.Length.EqualTo(SampleSet.SeriesBins));
        Assert.That(series.Select(bin => bin.AtSeconds), Is.Ordered);
        Assert.That((series[0].AtSeconds, series[^1].AtSeconds), Is.EqualTo((15.0, 3585.0)).Within(0.1), "the middles of the first and of the last half minute");
        Assert.That(series.Select(bin => (bin.Min, bin.Median)), Is.All.EqualTo((5.0, 6.0)));
        Assert.That(series.Where(bin => bin.Max > 7).Select(bin => (bin.AtSeconds, bin.Max)), Is.EqualTo([(series[Outlier / 300].AtSeconds, 250.0)]), "in its own span and in no other");
    }

    [TestCase(2)]
    [TestCase(119)]
    [TestCase(120)]
    [TestCase(121)]
    [TestCase(1000)]
    public void There_are_never_more_than_120_spans_and_every_sample_is_in_one(int count)
    {
        var random = new Random(count);
        for (var i = 0; i < count; i++)
        {
            _samples.Add(i, Start + TimeSpan.FromMilliseconds(random.Next(1_000_000)));
        }

        var series = _samples.ToSeries();

        Assert.That(series, Has.Length.InRange(1, SampleSet.SeriesBins));
        Assert.That((series.Min(bin => bin.Min), series.Max(bin => bin.Max)), Is.EqualTo((0.0, count - 1.0)));
        Assert.That(series, Is.All.Matches<SeriesBin>(bin => bin is not null && bin.Min <= bin.Median && bin.Median <= bin.Max));
    }

    [Test]
    public void Spans_without_a_sample_are_left_out()
    {
        _samples.Add(1, Start);
        _samples.Add(2, Start + TimeSpan.FromSeconds(120));

        Assert.That(_samples.ToSeries().Select(bin => bin.Max), Is.EqualTo([1.0, 2.0]));
    }

    [Test]
    public void Samples_a_nanosecond_apart_are_spans_of_their_own()
    {
        foreach (var nanosecond in Enumerable.Range(0, 3))
        {
            _samples.Add(nanosecond, new Instant(Start.UnixNanoseconds + nanosecond));
        }

        Assert.That(_samples.ToSeries().Select(bin => bin.Median), Is.EqualTo([0.0, 1.0, 2.0]));
    }
}
