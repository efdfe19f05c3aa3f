using HilBench.Links;

namespace HilBench.Tests.Links;

/// <summary>How long a test on the wall clock waits for what must come, before it fails instead of hanging.</summary>
internal static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Waits on the loop until something is so.</summary>
    public static async Task UntilAsync(EventLoop loop, Func<bool> isSo, string what)
    {
        var end = loop.Now + Limit;
        while (!isSo())
        {
            if (loop.Now > end)
            {
                Assert.Fail($"Waited {Limit.TotalSeconds:0} s in vain: {what}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), loop.Time);
        }
    }

    /// <summary>Waits for a task on the loop.</summary>
    public static Task<T> InTimeAsync<T>(this Task<T> task, EventLoop loop) => task.WaitAsync(Limit, loop.Time);

    /// <summary>Waits for a task on the loop.</summary>
    public static Task InTimeAsync(this Task task, EventLoop loop) => task.WaitAsync(Limit, loop.Time);
}
