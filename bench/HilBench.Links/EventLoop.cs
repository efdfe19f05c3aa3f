using System.Runtime.ExceptionServices;
using HilBench.Links.Linux;

namespace HilBench.Links;

/// <summary>
/// The one thread on which a run happens: scenario, emulators, drivers and the test body. Ordinary <c>async</c> code started in
/// <see cref="Run"/> stays on it, in order. Under the virtual clock time jumps to the next timer when nothing is ready, so that a
/// run is a pure function of its inputs; under the wall clock deadlines are absolute and their lateness is recorded.
/// </summary>
public sealed class EventLoop : SynchronizationContext, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private readonly PriorityQueue<LoopTimer, (long Deadline, long Sequence)> _timers = new();
    private readonly LoopClock _clock;
    private readonly LatenessRecorder _lateness = new();
    private long _sequence;
    private SocketReceiver? _receiver;
    private bool _askedForReceiver;
    private Exception? _fault;
    private bool _running;
    private bool _disposed;

    private EventLoop(LoopClock clock)
    {
        _clock = clock;
        Time = new LoopTimeProvider(this);
    }

    /// <summary>Callbacks that ran this much after their deadline are told to <see cref="Late"/>.</summary>
    public static TimeSpan LateThreshold { get; } = TimeSpan.FromMilliseconds(1);

    /// <summary>Which clock the loop runs on.</summary>
    public ClockKind Clock => _clock.Kind;

    /// <summary>The loop's time. Under the wall clock: UTC, anchored once to a monotonic clock, so that it never steps back.</summary>
    public Instant Now => _clock.Now;

    /// <summary>
    /// The loop's time for <c>Task.Delay</c>, <c>PeriodicTimer</c> and cancellation after a delay. These cut their delays to whole milliseconds;
    /// for finer ones use <see cref="Schedule"/> or <see cref="Every"/>.
    /// </summary>
    public TimeProvider Time { get; }

    /// <summary>Told, under the wall clock, of each timer callback that ran <see cref="LateThreshold"/> or more after its deadline.</summary>
    public Action<Instant, TimeSpan>? Late { get; set; }

    /// <summary>Whether the loop's thread goes before all ordinary ones of the machine while it runs; only under the wall clock, and where the system allows it.</summary>
    public bool HasRealTimePriority { get; private set; }

    /// <summary>Lateness of all timer callbacks so far; all zero under the virtual clock.</summary>
    public LatenessStatistics Lateness => _lateness.Statistics;

    /// <summary>A loop on a virtual clock that starts at an instant.</summary>
    public static EventLoop CreateVirtual(Instant start) => new(new VirtualLoopClock(start));

    /// <summary>A loop on the wall clock.</summary>
    public static EventLoop CreateWall() => new(new WallLoopClock());

    /// <summary>Runs the body on the calling thread and pumps the loop until its task has ended; rethrows what it or any callback throws.</summary>
    /// <exception cref="InvalidOperationException">The loop runs already, or nothing is left that the body could wait for.</exception>
    public void Run(Func<Task> body)
    {
        if (_running)
        {
            throw new InvalidOperationException("The event loop runs already; start more work from inside its body.");
        }

        var previous = Current;
        SetSynchronizationContext(this);
        _running = true;
        lock (_gate)
        {
            // What ended an earlier run was told by it.
            _fault = null;
        }

        using var priority = _clock.Attend();
        HasRealTimePriority = priority is not null;
        try
        {
            var task = body();
            _ = task.ContinueWith(_ => Post(static _ => { }, null), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            Pump(task);
            task.GetAwaiter().GetResult();
        }
        finally
        {
            _running = HasRealTimePriority = false;
            SetSynchronizationContext(previous);
        }
    }

    /// <summary>Calls an action on the loop at a deadline, or as soon as possible when it has passed.</summary>
    /// <returns>Disposing it cancels the call.</returns>
    public IDisposable Schedule(Instant deadline, Action action)
    {
        var timer = new LoopTimer(deadline, action);
        Enqueue(timer);
        return timer;
    }

    /// <summary>
    /// Calls an action at <paramref name="first"/> and then each period, at absolute deadlines: a late call does not move the next, and none is skipped.
    /// </summary>
    /// <param name="first">First deadline.</param>
    /// <param name="period">Time between deadlines, positive.</param>
    /// <param name="tick">Gets the deadline, not the time of the call.</param>
    /// <returns>Disposing it ends the calls.</returns>
    public IDisposable Every(Instant first, TimeSpan period, Action<Instant> tick)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        var repetition = new Repetition(this, first, period, tick);
        repetition.Arm();
        return repetition;
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _ready.Enqueue((d, state));
            Wake();
        }
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (Current != this)
        {
            throw new InvalidOperationException("Only Post is allowed from another thread.");
        }

        d(state);
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Ends the loop; what other threads still post is dropped.</summary>
    public void Dispose()
    {
        _receiver?.Dispose();
        lock (_gate)
        {
            _disposed = true;
            _clock.Dispose();
        }
    }

    /// <summary>Who receives for the sockets on this loop, with kernel stamps; null where the machine has none, and under the virtual clock.</summary>
    internal SocketReceiver? Receiver
    {
        get
        {
            lock (_gate)
            {
                if (!_askedForReceiver && !_disposed && Clock == ClockKind.Wall)
                {
                    _askedForReceiver = true;
                    _receiver = SocketReceiver.TryStart(CreateKernelClock(), Fault);
                }

                return _receiver;
            }
        }
    }

    internal KernelClock CreateKernelClock() => new(() => Now, () => Instant.FromUtc(DateTimeOffset.UtcNow).UnixNanoseconds);

    internal void Enqueue(LoopTimer timer)
    {
        lock (_gate)
        {
            _timers.Enqueue(timer, (timer.Deadline.UnixNanoseconds, _sequence++));
            Wake();
        }
    }

    /// <summary>Ends the run with an exception from another thread; the first one counts.</summary>
    internal void Fault(Exception exception)
    {
        lock (_gate)
        {
            _fault ??= exception;
            Wake();
        }
    }

    private void Wake()
    {
        if (!_disposed)
        {
            _clock.Wake();
        }
    }

    private void Pump(Task task)
    {
        while (true)
        {
            RunReady();
            if (_fault is not null)
            {
                ExceptionDispatchInfo.Throw(_fault);
            }

            if (task.IsCompleted)
            {
                return;
            }

            if (RunDueTimer())
            {
                continue;
            }

            Wait();
        }
    }

    private void RunReady()
    {
        while (_fault is null)
        {
            (SendOrPostCallback Callback, object? State) item;
            lock (_gate)
            {
                if (!_ready.TryDequeue(out item))
                {
                    return;
                }
            }

            item.Callback(item.State);
        }
    }

    private bool RunDueTimer()
    {
        LoopTimer timer;
        var now = Now;
        lock (_gate)
        {
            if (!_timers.TryPeek(out timer!, out var key) || key.Deadline > now.UnixNanoseconds)
            {
                return false;
            }

            _timers.Dequeue();
        }

        if (timer.Cancelled)
        {
            return true;
        }

        RecordLateness(timer.Deadline, now);
        timer.Fire();
        return true;
    }

    private void RecordLateness(Instant deadline, Instant now)
    {
        if (Clock == ClockKind.Virtual)
        {
            return;
        }

        var lateness = now - deadline;
        _lateness.Add(lateness);
        if (lateness >= LateThreshold)
        {
            Late?.Invoke(deadline, lateness);
        }
    }

    private void Wait()
    {
        Instant? next;
        lock (_gate)
        {
            if (_ready.Count > 0)
            {
                return;
            }

            // A cancelled call is nothing to wait for: the virtual clock must not move to it.
            while (_timers.TryPeek(out var timer, out _) && timer.Cancelled)
            {
                _timers.Dequeue();
            }

            next = _timers.TryPeek(out var first, out _) ? first.Deadline : null;
        }

        _clock.WaitUntil(next);
    }
}
