using HilBench.Links;

namespace HilBench.Emulators.Rsu;

/// <summary>Repeats the messages of a table's rows: at once when a row comes or changes, then at its interval.</summary>
/// <param name="loop">Loop it runs on.</param>
/// <param name="send">Puts a message on the air.</param>
internal sealed class MessageRepetition(EventLoop loop, Action<RepeatedMessage> send) : IDisposable
{
    private readonly Dictionary<uint, IDisposable> _running = [];

    /// <summary>Takes over what a row says now; null for a row that went or is not to work.</summary>
    public void Set(uint row, RepeatedMessage? message)
    {
        if (_running.Remove(row, out var running))
        {
            running.Dispose();
        }

        if (message is { Payload.Length: > 0 })
        {
            _running.Add(row, loop.Every(loop.Now, message.Interval, _ => Tick(message)));
        }
    }

    /// <summary>Ends all repetitions.</summary>
    public void Dispose()
    {
        foreach (var running in _running.Values)
        {
            running.Dispose();
        }

        _running.Clear();
    }

    private void Tick(RepeatedMessage message)
    {
        if (message.Window.Includes(loop.Now.ToUtc()))
        {
            send(message);
        }
    }
}
