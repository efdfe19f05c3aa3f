using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>Counts messages in consecutive time slots of equal length from the first message on; a window is a run of slots.</summary>
/// <param name="start">Start of the first slot.</param>
/// <param name="slot">Length of a slot.</param>
internal sealed class RateCounter(Instant start, TimeSpan slot)
{
    private readonly List<int> _counts = [];
    private readonly List<ObservationRef?> _firsts = [];

    /// <summary>Counts a message.</summary>
    public void Add(Observation observation)
    {
        var index = (int)((observation.At - start) / slot);
        Reach(index);
        _counts[index]++;
        _firsts[index] ??= ObservationRef.To(observation);
    }

    /// <summary>All windows of a number of slots that end inside the recording; silence at its end counts.</summary>
    /// <param name="slots">Slots of a window; windows begin at every slot.</param>
    /// <param name="last">End of the recording.</param>
    public IEnumerable<(Instant From, int Count, ObservationRef? First)> Windows(int slots, Instant last)
    {
        var complete = last < start ? 0 : (int)((last - start) / slot);
        Reach(complete);
        for (var index = 0; index + slots <= complete; index++)
        {
            var count = _counts.Skip(index).Take(slots).Sum();
            yield return (start + (index * slot), count, _firsts.Skip(index).Take(slots).FirstOrDefault(first => first is not null));
        }
    }

    private void Reach(int index)
    {
        while (_counts.Count <= index)
        {
            _counts.Add(0);
            _firsts.Add(null);
        }
    }
}
