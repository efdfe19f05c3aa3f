using HilBench.Observing;

namespace HilBench.Rules;

/// <summary>
/// The changes of one signal group at its lamps, each until it is told on the air or the lamps change again. Feed and air may be ahead
/// of the lamp datagram: what they have told since the change before counts for the next one.
/// </summary>
internal sealed class SignalGroupChanges(SignalGroupPhase group)
{
    private Seen? _lamps;
    private Seen? _feed;
    private Seen? _air;

    /// <summary>The signal group.</summary>
    public SignalGroupPhase Group => group;

    /// <summary>The change that has not been told on the air yet; null when there is none.</summary>
    public SignalChange? Pending { get; private set; }

    /// <summary>Called when a change is told on the air: the change, the SPaT.</summary>
    public required Action<SignalChange, Observation> Shown { get; init; }

    /// <summary>Called when the lamps change again before a change was told on the air: the change, the lamp datagram that ended it.</summary>
    public required Action<SignalChange, Observation> Superseded { get; init; }

    /// <summary>Takes what the lamps show. The first time is no change, and neither is a dark signal.</summary>
    public void ObserveLamps(SignalIndication? indication, Observation observation)
    {
        if (indication is not { } lit || _lamps?.Indication == lit)
        {
            return;
        }

        var before = _lamps;
        _lamps = new Seen(lit, observation);
        if (before is null)
        {
            return;
        }

        if (Pending is { } unseen)
        {
            Superseded(unseen, observation);
        }

        Pending = new SignalChange(group, lit, observation, Ahead(_feed, lit, before));
        if (Ahead(_air, lit, before) is { } spat)
        {
            Show(spat);
        }
    }

    /// <summary>Takes what the controller's datagram tells.</summary>
    public void ObserveFeed(SignalIndication? indication, Observation observation)
    {
        _feed = Next(_feed, indication, observation);
        if (Pending is { Fed: null } change && change.Indication == indication)
        {
            Pending = change with { Fed = observation };
        }
    }

    /// <summary>Takes what a SPaT on the air tells.</summary>
    public void ObserveAir(SignalIndication? indication, Observation observation)
    {
        _air = Next(_air, indication, observation);
        if (Pending?.Indication == indication)
        {
            Show(observation);
        }
    }

    private static Observation? Ahead(Seen? told, SignalIndication lit, Seen before) =>
        told is not null && told.Indication == lit && told.Since.At > before.Since.At ? told.Since : null;

    private static Seen? Next(Seen? before, SignalIndication? indication, Observation observation) =>
        indication is not { } told ? null : before?.Indication == told ? before : new Seen(told, observation);

    private void Show(Observation spat)
    {
        if (Pending is { } change)
        {
            Pending = null;
            Shown(change, spat);
        }
    }

    private sealed record Seen(SignalIndication Indication, Observation Since);
}
