using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>When the bench, or an emulator that it hosts, ran late: no device is failed for that.</summary>
internal sealed class BenchLateness
{
    /// <summary>Lateness below this is not told apart from the resolution of the host's timers.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>How far from a span a late callback may be and still move the messages in it.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromMilliseconds(20);

    private readonly List<(long From, long To)> _late = [];
    private readonly SortedDictionary<string, BenchLateness> _emulators = new(StringComparer.Ordinal);
    private bool _merged;

    /// <summary>Takes an observation; all but lateness are passed over.</summary>
    public void Observe(Observation observation)
    {
        if (observation.Content is ClockContent clock && clock.Lateness >= Least)
        {
            Add(clock);
            if (clock.Device is not { } device)
            {
                return;
            }

            if (!_emulators.TryGetValue(device, out var emulator))
            {
                _emulators.Add(device, emulator = new BenchLateness());
            }

            emulator.Add(clock);
        }
    }

    /// <summary>Who was late in a span: the emulators that were, else the bench itself.</summary>
    public string Who(Instant from, Instant to)
    {
        var late = _emulators.Where(emulator => emulator.Value.Within(from, to) >= Least).Select(emulator => emulator.Key).ToArray();
        return late.Length switch
        {
            0 => "the bench itself",
            1 => $"the bench's emulator {late[0]}",
            _ => $"the bench's emulators {string.Join(" and ", late)}",
        };
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

    private void Add(ClockContent clock)
    {
        var from = clock.Deadline.UnixNanoseconds;
        _late.Add((from, from + (clock.Lateness.Ticks * 100)));
        _merged = false;
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
