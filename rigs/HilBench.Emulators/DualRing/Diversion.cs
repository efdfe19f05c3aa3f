using System.Collections.Immutable;

namespace HilBench.Emulators.DualRing;

/// <summary>Where the rings are to go instead of their usual way: to the phases of a preempt and back, or to red, to flash.</summary>
internal sealed class Diversion(ImmutableArray<PreemptPlan> preempts)
{
    private PreemptPlan? _active;
    private PreemptState _state = PreemptState.NotActive;
    private long _dwellEnd;
    private bool _flash;

    /// <summary>Whether the rings are diverted.</summary>
    public bool Active => _flash || _active is not null;

    /// <summary>Whether all rings have cleared and the lamps flash.</summary>
    public bool Flashing { get; private set; }

    /// <summary>Number of the preempt that is served; 0 for none.</summary>
    public int Preempt => _active?.Number ?? 0;

    /// <summary>The phases that are to be green; none on the way to flash.</summary>
    public ImmutableArray<int> Targets => _active switch
    {
        null => [],
        { } preempt => _state == PreemptState.ExitStarted ? preempt.ExitPhases : preempt.DwellPhases,
    };

    public PreemptState StateOf(int preempt, int called) =>
        _active?.Number == preempt ? _state : called == preempt ? PreemptState.NotActiveWithCall : PreemptState.NotActive;

    /// <summary>Takes the orders of a tick.</summary>
    /// <param name="controls">The orders.</param>
    /// <param name="engine">The engine before the tick's changes.</param>
    /// <returns>True when flash ends with this tick: the rings must start up.</returns>
    public bool Update(in EngineControls controls, DualRingEngine engine)
    {
        if (_flash || controls.Flash)
        {
            return Flash(controls.Flash, engine);
        }

        var called = controls.Preempt;
        var next = preempts.FirstOrDefault(preempt => preempt.Number == called);
        var arrived = _active is not null && engine.Arrived(Targets);
        switch (_state)
        {
            case PreemptState.NotActive:
                Enter(next);
                break;
            case PreemptState.EntryStarted when next is not null && next.Number < _active!.Number:
                Enter(next);
                break;
            case PreemptState.EntryStarted when arrived:
                (_state, _dwellEnd) = (PreemptState.Dwell, engine.Tick + (long)Math.Round(_active!.MinimumDwellSeconds * 10));
                break;
            case PreemptState.Dwell when next != _active && engine.Tick >= _dwellEnd:
                _state = PreemptState.ExitStarted;
                Enter(next);
                break;
            case PreemptState.ExitStarted when next is not null:
                Enter(next);
                break;
            case PreemptState.ExitStarted when arrived:
                (_active, _state) = (null, PreemptState.NotActive);
                break;
            default:
                break;
        }

        return false;
    }

    private void Enter(PreemptPlan? preempt)
    {
        if (preempt is not null)
        {
            (_active, _state) = (preempt, PreemptState.EntryStarted);
        }
    }

    private bool Flash(bool wanted, DualRingEngine engine)
    {
        (_flash, _active, _state) = (true, null, PreemptState.NotActive);
        Flashing |= engine.Arrived([]);
        if (!Flashing || wanted)
        {
            return false;
        }

        (_flash, Flashing) = (false, false);
        return true;
    }
}
