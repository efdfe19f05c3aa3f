using System.Collections.Immutable;
using HilBench.Emulators.Hosting;
using HilBench.Links;
using HilBench.Rigs;

namespace HilBench.Drivers.Docker;

/// <summary>
/// When the emulator in a container ran late, from what it says of itself with each heartbeat. It keeps the last spans only: where some were lost,
/// all the time from the last that is known to the next one counts as late.
/// </summary>
internal sealed class ContainerClock(ContainerDevice container) : IDeviceClock
{
    private LateSpan _last = new(0, new Instant(0), TimeSpan.Zero);

    public string Device => container.Name;

    public ImmutableArray<(Instant Deadline, TimeSpan Lateness)> TakeLateness()
    {
        var told = container.Health.Late;
        return told.IsDefaultOrEmpty ? [] : Take(told);
    }

    public Task AskAsync(CancellationToken cancellation) => container.RefreshAsync(cancellation);

    /// <summary>What is new in the spans of an answer.</summary>
    internal ImmutableArray<(Instant Deadline, TimeSpan Lateness)> Take(ImmutableArray<LateSpan> told)
    {
        var fresh = told.Where(span => span.Number > _last.Number || (span.Number == _last.Number && span != _last)).ToArray();
        if (fresh.Length == 0)
        {
            return [];
        }

        var lost = fresh[0].Number > _last.Number + 1;
        var since = _last.Number == 0 ? fresh[0].From : _last.To;
        _last = fresh[^1];
        return
        [
            .. lost && since < fresh[0].From ? [(since, fresh[0].From - since)] : ReadOnlySpan<(Instant, TimeSpan)>.Empty,
            .. fresh.Select(span => (span.From, span.Length)),
        ];
    }
}
