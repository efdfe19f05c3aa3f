using HilBench.Judging;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rules;
using HilBench.Runs;
using HilBench.Scene;
using HilBench.Watch.Serving;

namespace HilBench.Watch.Following;

/// <summary>
/// Follows a run by reading its evidence folder while it is written, on a thread of its own: the run knows nothing of it. What the rules would say
/// so far is worked out while somebody watches, and takes about a twentieth of the time at most; a lost device is told at once.
/// </summary>
internal sealed class RunFollower : IDisposable
{
    private const int PacketsBetweenLooks = 200;
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenMoments = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan FlushDelay = TimeSpan.FromMilliseconds(300);

    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _given = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SceneTimeline _scene = new();
    private readonly TapRates _rates = new();
    private readonly LatenessBoard _lateness = new();
    private Thread? _thread;
    private CaptureReader? _reader;
    private RecordingJudge? _judge;
    private RunState _state;
    private Instant? _first;
    private Instant _last;
    private long _looked;
    private long _moved;
    private TimeSpan _pause = Least;
    private bool _urgent;

    /// <summary>Prepares to follow; nothing happens before <see cref="Start"/>.</summary>
    /// <param name="folder">The evidence folder; it may not be there yet.</param>
    /// <param name="time">The time of day.</param>
    public RunFollower(string folder, TimeProvider time)
    {
        (_folder, _time) = (folder, time);
        _state = new RunState { Folder = folder };
    }

    /// <summary>Whether anybody looks: else nothing is worked out but the end.</summary>
    public required Func<bool> Watched { get; init; }

    /// <summary>Told the state of the run when it has changed, on the follower's thread.</summary>
    public required Action<RunState> Changed { get; init; }

    /// <summary>Told the moment that the scene has come to, on the follower's thread.</summary>
    public required Action<SceneMoment> Moved { get; init; }

    /// <summary>Completes when all that is in the folder was read and told.</summary>
    public Task Done => _done.Task;

    /// <summary>Begins to follow.</summary>
    public void Start()
    {
        _thread = new Thread(Follow) { Name = "hilbench watch", IsBackground = true };
        _thread.Start();
    }

    /// <summary>No more will be written: what is left is read, and <see cref="Done"/> completes.</summary>
    public void End() => _ended.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _given.Cancel();
        _ended.Cancel();
        _thread?.Join(TimeSpan.FromSeconds(5));
    }

    private void Follow()
    {
        BackgroundThread.Yield();
        try
        {
            if (Await(EvidenceFolder.Capture))
            {
                Read();
            }

            Conclude();
        }
        catch (Exception fault) when (fault is CaptureException or EvidenceException or IOException or UnauthorizedAccessException)
        {
            Changed(_state with { Fault = fault.Message });
        }
        catch (Exception fault)
        {
            TellBroken(fault);
        }
        finally
        {
            _done.TrySetResult();
        }
    }

    // A fault of the page is no fault of the run, which goes on in this process.
    private void TellBroken(Exception fault)
    {
        try
        {
            Changed(_state with { Record = null, Fault = $"This is a fault of the bench's page, not of the run: {fault.GetType().Name}: {fault.Message}" });
        }
        catch (Exception)
        {
            // It cannot even be shown.
        }
    }

    private bool Await(string file)
    {
        Changed(_state);
        while (!File.Exists(Path.Combine(_folder, file)))
        {
            if (_ended.Token.WaitHandle.WaitOne(Least))
            {
                return File.Exists(Path.Combine(_folder, file));
            }
        }

        return true;
    }

    private void Read()
    {
        var header = Path.Combine(_folder, EvidenceFolder.Header);
        _state = _state with { Header = File.Exists(header) ? RunRecordFile.ReadHeader(header) : null };
        _judge = new RecordingJudge(_state.Header, _state.Header?.Method.Evidence ?? EvidenceLevel.Full);
        using (_reader = CaptureReader.Follow(Path.Combine(_folder, EvidenceFolder.Capture), CaughtUp, _ended.Token))
        {
            foreach (var packet in _reader.Packets())
            {
                Observe(ObservationReader.Read(packet));
                if (_judge.Packets % PacketsBetweenLooks == 0)
                {
                    Look(_last);
                }

                if (_given.IsCancellationRequested)
                {
                    return;
                }
            }
        }
    }

    private void Observe(Observation observation)
    {
        if (observation.Tap != TapName.BenchClock)
        {
            _first ??= observation.At;
            _last = observation.At;
        }

        _judge!.Observe(observation);
        _scene.Observe(observation);
        _rates.Observe(observation.Tap, observation.At);
        _lateness.Observe(observation);
        _urgent |= observation.Content is DeviceFaultContent or RunEndContent;
    }

    // Everything that is there was read: under the wall clock the moment is now, but for what the writer still holds back.
    private void CaughtUp()
    {
        if (File.Exists(Path.Combine(_folder, EvidenceFolder.Manifest)))
        {
            _ended.Cancel();
        }

        var now = Instant.FromUtc(_time.GetUtcNow()) - FlushDelay;
        Look(_state.Header?.Method.Clock == "wall" && !_judge!.Complete && now > _last ? now : _last);
    }

    private void Look(Instant now)
    {
        if (!Watched() || _given.IsCancellationRequested)
        {
            return;
        }

        if (_first is not null && _time.GetElapsedTime(_moved) >= BetweenMoments)
        {
            _moved = _time.GetTimestamp();
            Moved(_scene.At(_last));
        }

        if (!_urgent && _time.GetElapsedTime(_looked) < _pause)
        {
            return;
        }

        _urgent = false;
        var began = _time.GetTimestamp();
        Tell(Now(now));
        _looked = _time.GetTimestamp();
        _pause = TimeSpan.FromTicks(Math.Max(Least.Ticks, 20 * _time.GetElapsedTime(began, _looked).Ticks));
    }

    private RunState Now(Instant now) => _first is not { } first ? _state : _state with
    {
        Stage = _judge!.Complete ? RunStage.Judging : RunStage.Running,
        Record = _judge.SoFar(_reader!.Taps),
        Packets = _judge.Packets,
        Elapsed = _last - first,
        Taps = _rates.At(now),
        Lateness = _lateness.Since(first),
        FloorMicroseconds = _lateness.FloorMicroseconds,
    };

    private void Tell(RunState state)
    {
        _state = state;
        if (_first is not null)
        {
            Moved(_scene.At(_last));
        }

        Changed(state);
    }

    private void Conclude()
    {
        if (_given.IsCancellationRequested)
        {
            return;
        }

        var record = Path.Combine(_folder, EvidenceFolder.Record);
        var end = _first is null ? _state : Now(_last);
        Tell(File.Exists(record)
            ? end with { Stage = RunStage.Over, Record = RunRecordFile.Read(record), Final = true }
            : end with { Stage = RunStage.Over });
    }
}
