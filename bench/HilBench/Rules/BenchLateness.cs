using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>When the bench, or an emulator that it hosts in a container, ran late: no device is failed for that.</summary>
internal sealed class BenchLateness
{
    /// <summary>Lateness below this is not told apart from the resolution of the host's timers.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>How far from a span a late callback may be and still move the messages in it.</summary>
    private static readonly TimeSpan Reach = TimeSpan.FromMilliseconds(20);

    private readonly List<(long From, long To)> _late = [];
    private readonly SortedDictionary<string, BenchLateness> _emulators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _controllers = new(StringComparer.Ordinal);
    private bool _merged;

    /// <summary>Takes an observation; all but lateness, and which unit a controller feeds, are passed over.</summary>
    public void Observe(Observation observation)
    {
        switch (observation.Content)
        {
            case ClockContent { Device: null } clock when clock.Lateness >= Least:
                Add(clock);
                break;
            case ClockContent { Device: { } device } clock when clock.Lateness >= Least:
                if (!_emulators.TryGetValue(device, out var emulator))
                {
                    _emulators.Add(device, emulator = new BenchLateness());
                }

                emulator.Add(clock);
                break;
            case SignalGroupsContent groups:
                foreach (var intersection in groups.Intersections)
                {
                    _controllers[intersection.Rsu] = intersection.Controller;
                }

                break;
            default:
                break;
        }
    }

    /// <summary>
    /// What can have made a device late: the bench, the device itself where it is an emulator of the bench's, and the controller that feeds it where that is one.
    /// </summary>
    /// <returns>How late in all, from shortly before to shortly after a span, and who was, in words.</returns>
    public (TimeSpan Late, string Who) Of(string device, Instant from, Instant to)
    {
        var names = _emulators.Keys.Where(name => (name == device || name == _controllers.GetValueOrDefault(device)) && _emulators[name].Within(from, to) >= Least).ToArray();
        if (names.Length == 0)
        {
            return (Within(from, to), "the bench itself");
        }

        // Several that are late together: the union counts, not the sum.
        var all = new BenchLateness();
        all._late.AddRange(_late);
        Array.ForEach(names, name => all._late.AddRange(_emulators[name]._late));
        return (all.Within(from, to), names.Length == 1 ? $"the bench's emulator {names[0]}" : $"the bench's emulators {string.Join(" and ", names)}");
    }

    private TimeSpan Within(Instant from, Instant to)
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
