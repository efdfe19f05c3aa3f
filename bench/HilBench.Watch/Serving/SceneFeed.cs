using HilBench.Scene;

namespace HilBench.Watch.Serving;

/// <summary>
/// Draws the scene as it goes, on a thread of its own, while somebody waits for a picture: at most five a second, and for at most a quarter of
/// the time. Each picture is drawn once, however many wait for it.
/// </summary>
internal sealed class SceneFeed : IDisposable
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly AutoResetEvent _work = new(initialState: false);
    private readonly Slot[] _slots = [new Slot(Dark: false), new Slot(Dark: true)];
    private readonly Thread _thread;
    private SceneMoment? _moment;
    private long _moments;
    private bool _closed;

    public SceneFeed(TimeProvider time)
    {
        _time = time;
        _thread = new Thread(Draw) { Name = "hilbench scene", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Why there are no pictures; null while there can be.</summary>
    public string? Missing { get; private set; }

    /// <summary>Takes the moment that the scene has come to.</summary>
    public void Show(SceneMoment moment)
    {
        lock (_lock)
        {
            (_moment, _moments) = (moment, _moments + 1);
        }

        _work.Set();
    }

    /// <summary>Waits for a picture.</summary>
    /// <param name="dark">On a dark ground.</param>
    /// <param name="after">Number of the picture that is known; 0 for none.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Its number and a JPEG file; null when there will be none any more.</returns>
    public async Task<(long Number, byte[] Jpeg)?> NewerAsync(bool dark, long after, CancellationToken cancellation)
    {
        var slot = _slots[dark ? 1 : 0];
        while (true)
        {
            Task drawn;
            lock (_lock)
            {
                if (slot.Picture is { } picture && picture.Number > after)
                {
                    return picture;
                }

                if (_closed || Missing is not null)
                {
                    return null;
                }

                slot.Wanted = true;
                drawn = slot.Drawn.Task;
            }

            _work.Set();
            await drawn.WaitAsync(cancellation);
        }
    }

    /// <summary>No moment will come any more: the last one is drawn for those who wait.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
        }

        _work.Set();
    }

    public void Dispose()
    {
        Close();
        _thread.Join(TimeSpan.FromSeconds(5));
        _work.Dispose();
    }

    private void Draw()
    {
        BackgroundThread.Yield();
        try
        {
            while (Next() is { } order)
            {
                var began = _time.GetTimestamp();
                var picture = order.Slot.Renderer().Draw(order.Moment).ToJpeg();
                Give(order.Slot, (order.Number, picture));
                var spent = _time.GetElapsedTime(began);
                Pause(TimeSpan.FromTicks(Math.Max((Least - spent).Ticks, 3 * spent.Ticks)));
            }
        }
        catch (Exception fault)
        {
            // Without pictures everything else of the page, and the run in this process, goes on.
            lock (_lock)
            {
                Missing = fault is SceneException ? fault.Message : $"{fault.GetType().Name}: {fault.Message}";
            }
        }
        finally
        {
            lock (_lock)
            {
                _closed = true;
            }

            Array.ForEach(_slots, slot => slot.End());
        }
    }

    private void Pause(TimeSpan pause)
    {
        var began = _time.GetTimestamp();
        while (!_closed && pause - _time.GetElapsedTime(began) is { Ticks: > 0 } left)
        {
            _work.WaitOne(left);
        }
    }

    private (Slot Slot, SceneMoment Moment, long Number)? Next()
    {
        while (true)
        {
            lock (_lock)
            {
                // Whoever has waited longest comes next, so neither ground starves the other.
                if (_moment is { Site: not null } moment && _slots.Where(slot => slot.Wanted && slot.Number < _moments).MinBy(slot => slot.Number) is { } slot)
                {
                    return (slot, moment, _moments);
                }

                if (_closed)
                {
                    return null;
                }
            }

            _work.WaitOne();
        }
    }

    private void Give(Slot slot, (long Number, byte[] Jpeg) picture)
    {
        TaskCompletionSource drawn;
        lock (_lock)
        {
            drawn = slot.Drawn;
            slot.Picture = picture;
            slot.Wanted = false;
            slot.Drawn = NewTask();
        }

        drawn.SetResult();
    }

    private static TaskCompletionSource NewTask() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Slot(bool Dark)
    {
        private SceneRenderer? _renderer;

        public (long Number, byte[] Jpeg)? Picture { get; set; }

        public bool Wanted { get; set; }

        public TaskCompletionSource Drawn { get; set; } = NewTask();

        public long Number => Picture?.Number ?? 0;

        public SceneRenderer Renderer() => _renderer ??= new SceneRenderer(new SceneStyle(Width: 960, Height: 600, Dark: Dark));

        // A renderer belongs to the thread that made it.
        public void End()
        {
            _renderer?.Dispose();
            Drawn.TrySetResult();
        }
    }
}
