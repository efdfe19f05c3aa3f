using HilBench.Watch.Serving;

namespace HilBench.Tests.Watch;

/// <summary>The threads of the page stand behind those of the run, by what the kernel itself says.</summary>
internal sealed class BackgroundThreadTests
{
    private const int Nice = 16; // proc(5), stat: field 19, counted from the state, which is field 3 and follows the name in parentheses

    [Test]
    public void The_thread_that_asks_is_put_behind_and_no_other()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("The kernel's word is read from /proc, which only Linux has.");
        }

        var (before, asked) = (NiceNow(), 0);
        var thread = new Thread(() =>
        {
            BackgroundThread.Yield();
            asked = NiceNow();
        });
        thread.Start();
        thread.Join();

        Assert.That(asked, Is.EqualTo(10));
        Assert.That(NiceNow(), Is.EqualTo(before));
    }

    private static int NiceNow()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[Nice], System.Globalization.CultureInfo.InvariantCulture);
    }
}
