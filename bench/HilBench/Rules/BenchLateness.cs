using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>When the bench itself ran late: no device is failed for that.</summary>
internal sealed class BenchLateness
{
    /// <summary>Lateness below this is not told apart from the resolution of the host's timers.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>How far from a span a late callback may be and still move the messages in it.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromMilliseconds(20);

    private readonly List<(long From, long To)> _late = [];
    private bool _merged;

    /// <summary>Takes an observation; all but the bench's lateness are passed over.</summary>
    public void Observe(Observation observation)
    {
        if (observation.Content is ClockContent clock && clock.Lateness >= Least)
        {
            var from = clock.Deadline.UnixNanoseconds;
            _late.Add((from, from + (clock.Lateness.Ticks * 100)));
            _merged = false;
        }
    }

    /// <summary>For how long in all the bench was late from shortly before to shortly after a span.</summary>
    public TimeSpan Within(Instant from, Instant to)
    {
        Merge();
        var (start, end) = ((from - Reach).UnixNanoseconds, (to + Reach).UnixNanoseconds);
        var total = 0L;
        for (var index = FirstEndingAfter(start); index < _late.Count && _late[index].From < end; index++)
        {
            total += _late[index].To - _late[index].From;
        }

        return TimeSpan.FromTicks(total / 100);
    }

    private int FirstEndingAfter(long instant)
    {
        var (low, high) = (0, _late.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _late[middle].To <= instant ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Several timers that wait for one blocked thread are late together: the union counts, not the sum.
    private void Merge()
    {
        if (_merged)
        {
            return;
        }

        _late.Sort();
        var kept = 0;
        for (var index = 1; index < _late.Count; index++)
        {
            if (_late[index].From <= _late[kept].To)
            {
                _late[kept] = (_late[kept].From, Math.Max(_late[kept].To, _late[index].To));
            }
            else
            {
                _late[++kept] = _late[index];
            }
        }

        if (_late.Count > 0)
        {
            _late.RemoveRange(kept + 1, _late.Count - kept - 1);
        }

        _merged = true;
    }
}
