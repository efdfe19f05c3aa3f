using System.Collections.Immutable;
using HilBench.Wire.Tscbm;

namespace HilBench.Emulators;

/// <summary>Which message goes out at a tick: the one of the tick, unless a defect says otherwise.</summary>
internal sealed class ControllerFeedPlan(ImmutableHashSet<string> defects)
{
    private const int LateTicks = 4;
    private const int GapTicks = 4;
    private const int GapPeriodTicks = 200;
    private const int SafeTicks = 10;

    private readonly Queue<TscbmMessage> _late = new();
    private long _tick;
    private long _lastChange;
    private long _gapFrom = GapPeriodTicks;

    /// <param name="message">The message of the tick.</param>
    /// <param name="changed">Whether a lamp changed at the tick.</param>
    /// <param name="quietTicks">Ticks in which certainly no lamp changes.</param>
    public TscbmMessage? Next(TscbmMessage message, bool changed, long quietTicks)
    {
        _tick++;
        _lastChange = changed ? _tick : _lastChange;
        if (defects.Contains(DefectTable.LateFeed))
        {
            _late.Enqueue(message);
            return _late.Count > LateTicks ? _late.Dequeue() : _late.Peek();
        }

        if (defects.Contains(DefectTable.SlowFeed) && _tick % 5 == 0)
        {
            return null;
        }

        return defects.Contains(DefectTable.FeedGap) && InGap(quietTicks) ? null : message;
    }

    /// <summary>A gap begins where no lamp has just changed or is about to, so that only the feed itself is at fault.</summary>
    private bool InGap(long quietTicks)
    {
        if (_tick >= _gapFrom + GapTicks)
        {
            _gapFrom += GapPeriodTicks;
        }

        if (_tick < _gapFrom)
        {
            return false;
        }

        if (_tick == _gapFrom && (quietTicks < SafeTicks || _tick - _lastChange < SafeTicks))
        {
            _gapFrom++;
            return false;
        }

        return true;
    }
}
