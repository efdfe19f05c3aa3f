namespace HilBench.Drivers;

/// <summary>Lets one request after another through, in the order in which they came. For the event loop's thread.</summary>
internal sealed class Turns
{
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private bool _taken;

    /// <summary>Waits for its turn; call <see cref="Pass"/> when done.</summary>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        if (!_taken)
        {
            _taken = true;
            return;
        }

        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue(turn);
        using var ended = cancellation.Register(() => turn.TrySetCanceled(cancellation));
        await turn.Task;
    }

    /// <summary>Gives the turn to the next that still waits.</summary>
    public void Pass()
    {
        while (_waiting.TryDequeue(out var next))
        {
            if (next.TrySetResult())
            {
                return;
            }
        }

        _taken = false;
    }
}
