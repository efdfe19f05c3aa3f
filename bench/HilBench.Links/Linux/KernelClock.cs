namespace HilBench.Links.Linux;

/// <summary>
/// Turns stamps of the kernel's real-time clock into the loop's time. The loop's clock was anchored to the real-time clock once; since then somebody
/// may have set that one. So both are read each time, and a stamp keeps its age: that is the same on either.
/// </summary>
/// <param name="now">The loop's time; it runs as the monotonic clock does.</param>
/// <param name="realTime">The real-time clock, ns since 1970.</param>
internal sealed class KernelClock(Func<Instant> now, Func<long> realTime)
{
    // The two clocks are slewed alike: their difference changes only when the real-time clock is set. What is less than this is from reading them.
    private const long SetNanoseconds = 100_000;
    private const int Attempts = 4;
    private const long GoodNanoseconds = 2_000;

    private long? _difference;
    private Instant _now;
    private long _realTime;
    private bool _wasSet;

    /// <summary>Reads both clocks. What was received before and is mapped now is older than this moment.</summary>
    public void Read()
    {
        var narrowest = long.MaxValue;
        for (var i = 0; i < Attempts && narrowest > GoodNanoseconds; i++)
        {
            var before = now();
            var real = realTime();
            var after = now();
            var width = after.NanosecondsSince(before);
            if (width < narrowest)
            {
                // As if read at the end: stamps come out late by at most the width, never early.
                (narrowest, _now, _realTime) = (width, after, real);
            }
        }

        var difference = _realTime - _now.UnixNanoseconds;
        _wasSet = _difference is { } last && Math.Abs(difference - last) > SetNanoseconds + narrowest;
        _difference = difference;
    }

    /// <summary>The loop's time of a kernel stamp, not after the moment of <see cref="Read"/>.</summary>
    /// <param name="realTimeStamp">The stamp; null when the kernel gave none.</param>
    public Stamp Map(long? realTimeStamp)
    {
        // No stamp, or the clock was set since it was taken, so that its age is not known: the time of receiving.
        return realTimeStamp is { } stamp && !_wasSet && stamp <= _realTime
            ? new Stamp(new Instant(_now.UnixNanoseconds - (_realTime - stamp)), StampSource.Kernel)
            : new Stamp(_now, StampSource.UserSpace);
    }
}
