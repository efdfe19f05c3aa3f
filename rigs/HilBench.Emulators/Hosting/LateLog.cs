using System.Collections.Immutable;
using HilBench.Links;

namespace HilBench.Emulators.Hosting;

/// <summary>Keeps when an event loop ran late. Callbacks that waited for one blocked thread are one span.</summary>
internal sealed class LateLog
{
    // An answer on the control port is one datagram.
    private const int Kept = 200;

    private readonly Queue<LateSpan> _ended = new();
    private LateSpan? _last;

    /// <summary>The last spans, oldest first.</summary>
    public ImmutableArray<LateSpan> Spans => _last is null ? [] : [.. _ended, _last];

    /// <summary>Adds a callback that ran late.</summary>
    public void Add(Instant deadline, TimeSpan lateness)
    {
        var end = deadline + lateness;
        if (_last is { } last && deadline <= last.To)
        {
            var from = deadline < last.From ? deadline : last.From;
            _last = last with { From = from, Length = (end > last.To ? end : last.To) - from };
            return;
        }

        if (_last is not null)
        {
            _ended.Enqueue(_last);
            if (_ended.Count >= Kept)
            {
                _ended.Dequeue();
            }
        }

        _last = new LateSpan((_last?.Number ?? 0) + 1, deadline, lateness);
    }
}
