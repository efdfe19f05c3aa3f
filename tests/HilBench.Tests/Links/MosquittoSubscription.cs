using System.Collections.Concurrent;
using System.Diagnostics;

namespace HilBench.Tests.Links;

/// <summary>The messages that mosquitto_sub has printed.</summary>
internal sealed class MosquittoSubscription
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TimeSpan _limit;

    public MosquittoSubscription(Process process, TimeSpan limit)
    {
        _limit = limit;
        var ready = new ManualResetEventSlim();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("> ", StringComparison.Ordinal) == true)
            {
                _lines.Enqueue(line.Data[2..]);
            }
            else if (line.Data?.Contains("SUBACK", StringComparison.Ordinal) == true)
            {
                ready.Set();
            }
        };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Assert.That(ready.Wait(limit), Is.True, "mosquitto_sub was not subscribed");
    }

    /// <summary>All lines so far.</summary>
    public IReadOnlyCollection<string> Lines => [.. _lines];

    /// <summary>Waits on the loop for a line.</summary>
    public async Task<string> WaitAsync(HilBench.Links.EventLoop loop, Func<string, bool> wanted)
    {
        var end = loop.Now + _limit;
        while (true)
        {
            if (_lines.FirstOrDefault(wanted) is { } line)
            {
                return line;
            }

            Assert.That(loop.Now, Is.LessThan(end), $"mosquitto_sub printed: {string.Join(" | ", _lines.TakeLast(20))}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), loop.Time);
        }
    }
}
