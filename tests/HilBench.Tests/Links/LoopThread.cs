using HilBench.Links;

namespace HilBench.Tests.Links;

/// <summary>An event loop on the wall clock, on a thread of its own, so that a program can talk to what runs on it while the test waits.</summary>
internal sealed class LoopThread : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _end = new();
    private readonly EventLoop _loop = EventLoop.CreateWall();
    private readonly Thread _thread;
    private Exception? _fault;

    public LoopThread()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "event loop of a test" };
        _thread.Start();
    }

    /// <summary>Calls a function on the loop and waits for its value.</summary>
    public T Call<T>(Func<EventLoop, T> function) => CallAsync(loop => Task.FromResult(function(loop)));

    /// <summary>Calls a function on the loop and waits until its task has ended.</summary>
    public T CallAsync<T>(Func<EventLoop, Task<T>> function)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _loop.Post(_ => _ = Complete(function, result), null);
        return result.Task.Wait(Patience) ? result.Task.GetAwaiter().GetResult() : throw new TimeoutException($"The loop did not answer: {_fault}");
    }

    /// <summary>Ends the loop; what a callback threw fails the test.</summary>
    public void Dispose()
    {
        _loop.Post(_ => _end.TrySetResult(), null);
        _thread.Join(Patience);
        _loop.Dispose();
        Assert.That(_fault, Is.Null);
    }

    private async Task Complete<T>(Func<EventLoop, Task<T>> function, TaskCompletionSource<T> result)
    {
        try
        {
            result.SetResult(await function(_loop));
        }
        catch (Exception exception)
        {
            result.SetException(exception);
        }
    }

    private void Run()
    {
        try
        {
            _loop.Run(() => _end.Task);
        }
        catch (Exception exception)
        {
            _fault = exception;
        }
    }
}
