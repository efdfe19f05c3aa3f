using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Measuring;

/// <summary>All samples of one quantity. Quantiles are exact: nearest rank over every sample.</summary>
public sealed class SampleSet
{
    /// <summary>Most points of a distribution function.</summary>
    public const int CurvePoints = 200;

    /// <summary>Most spans of a series over time.</summary>
    public const int SeriesBins = 120;

    private readonly List<double> _samples = [];
    private readonly List<long> _times = [];
    private List<double> _sorted = [];

    /// <summary>Number of samples.</summary>
    public int Count => _samples.Count;

    /// <summary>Arithmetic mean; 0 without samples.</summary>
    public double Mean => Count == 0 ? 0 : _samples.Sum() / Count;

    /// <summary>Adds a sample.</summary>
    public void Add(double sample)
    {
        _samples.Add(sample);
    }

    /// <summary>Adds a sample with its time.</summary>
    public void Add(double sample, Instant at)
    {
        Add(sample);
        _times.Add(at.UnixNanoseconds);
    }

    /// <summary>The smallest sample that at least this share of all samples does not exceed (nearest rank).</summary>
    /// <param name="share">Share above 0 and up to 1.</param>
    /// <exception cref="InvalidOperationException">There is no sample.</exception>
    public double Quantile(double share)
    {
        if (Count == 0)
        {
            throw new InvalidOperationException("There is no sample to take a quantile of.");
        }

        var rank = (int)Math.Ceiling(share * Count);
        return Sorted()[Math.Clamp(rank, 1, Count) - 1];
    }

    /// <summary>The order statistics; null without samples.</summary>
    public Distribution? ToDistribution() =>
        Count == 0 ? null : new Distribution(Sorted()[0], Mean, Quantile(0.50), Quantile(0.95), Quantile(0.99), Sorted()[^1]);

    /// <summary>The empirical distribution function: at most <see cref="CurvePoints"/> points, the smallest and the largest sample among them.</summary>
    public ImmutableArray<DistributionPoint> ToCurve()
    {
        var sorted = Sorted();
        var points = ImmutableArray.CreateBuilder<DistributionPoint>();
        var wanted = Math.Min(Count, CurvePoints);
        for (var index = 0; index < wanted; index++)
        {
            var rank = wanted == 1 ? 1 : 1 + (int)((long)index * (Count - 1) / (wanted - 1));
            var point = new DistributionPoint(sorted[rank - 1], (double)rank / Count);
            if (points.Count > 0 && points[^1].Value.Equals(point.Value))
            {
                points[^1] = point;
            }
            else
            {
                points.Add(point);
            }
        }

        return points.ToImmutable();
    }

    /// <summary>The samples over time: at most <see cref="SeriesBins"/> spans of equal length, the empty ones left out; nothing when a sample has no time.</summary>
    public ImmutableArray<SeriesBin> ToSeries()
    {
        if (Count == 0 || _times.Count != Count)
        {
            return [];
        }

        var from = _times.Min();
        var span = Math.Max(1, ((_times.Max() - from) / SeriesBins) + 1);
        return
        [
            .. Enumerable.Range(0, Count)
                .GroupBy(index => (_times[index] - from) / span)
                .OrderBy(bin => bin.Key)
                .Select(bin =>
                {
                    double[] sorted = [.. bin.Select(index => _samples[index]).Order()];
                    return new SeriesBin(Math.Round(((bin.Key * span) + (span / 2)) / 1e9, 3), sorted[0], sorted[(sorted.Length - 1) / 2], sorted[^1]);
                }),
        ];
    }

    /// <summary>Half the width of the interval that holds the mean of an endless series with 95 % confidence (1.96 standard errors); 0 below two samples.</summary>
    public double MeanBound()
    {
        if (Count < 2)
        {
            return 0;
        }

        var mean = Mean;
        var variance = _samples.Sum(sample => (sample - mean) * (sample - mean)) / (Count - 1);
        return 1.96 * Math.Sqrt(variance / Count);
    }

    private List<double> Sorted()
    {
        if (_sorted.Count != _samples.Count)
        {
            _sorted = [.. _samples];
            _sorted.Sort();
        }

        return _sorted;
    }
}
