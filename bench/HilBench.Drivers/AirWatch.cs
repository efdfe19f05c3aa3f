using HilBench.Links;

namespace HilBench.Drivers;

/// <summary>Watches the air stand-in for a message that somebody waits for. Give it every frame of the air's tap.</summary>
/// <param name="loop">Loop it runs on.</param>
public sealed class AirWatch(EventLoop loop)
{
    private readonly List<(ReadOnlyMemory<byte> Message, TaskCompletionSource<bool> Seen)> _waiting = [];

    /// <summary>Takes a frame of the air.</summary>
    /// <param name="frame">An Ethernet frame.</param>
    public void Observe(Datagram frame)
    {
        foreach (var waiting in _waiting.Where(waiting => frame.Bytes.Span.IndexOf(waiting.Message.Span) >= 0).ToArray())
        {
            waiting.Seen.TrySetResult(true);
            _waiting.Remove(waiting);
        }
    }

    /// <summary>Waits for a frame that holds a message, from now on.</summary>
    /// <param name="message">The message's octets.</param>
    /// <param name="within">How long.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>False when there was none.</returns>
    public async Task<bool> SeeAsync(ReadOnlyMemory<byte> message, TimeSpan within, CancellationToken cancellation)
    {
        var seen = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = (message, seen);
        _waiting.Add(waiting);
        using var timeout = loop.Schedule(loop.Now + within, () =>
        {
            seen.TrySetResult(false);
            _waiting.Remove(waiting);
        });
        using var ended = cancellation.Register(() => seen.TrySetCanceled(cancellation));
        return await seen.Task;
    }
}
