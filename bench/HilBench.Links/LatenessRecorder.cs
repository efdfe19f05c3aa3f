namespace HilBench.Links;

/// <summary>Counts latenesses in classes that grow by a tenth, from 1 µs to about 15 minutes.</summary>
internal sealed class LatenessRecorder
{
    private const double Growth = 1.1;
    private readonly long[] _classes = new long[220];
    private long _count;
    private TimeSpan _max;

    public LatenessStatistics Statistics => new(_count, Percentile(0.99), _max);

    public void Add(TimeSpan lateness)
    {
        _count++;
        _max = lateness > _max ? lateness : _max;
        var microseconds = Math.Max(1, lateness.TotalMicroseconds);
        _classes[Math.Min(_classes.Length - 1, (int)Math.Ceiling(Math.Log(microseconds, Growth)))]++;
    }

    private TimeSpan Percentile(double share)
    {
        var rank = (long)Math.Ceiling(_count * share);
        long seen = 0;
        for (var i = 0; i < _classes.Length && _count > 0; i++)
        {
            seen += _classes[i];
            if (seen >= rank)
            {
                var edge = TimeSpan.FromMicroseconds(Math.Pow(Growth, i));
                return edge < _max ? edge : _max;
            }
        }

        return TimeSpan.Zero;
    }
}
