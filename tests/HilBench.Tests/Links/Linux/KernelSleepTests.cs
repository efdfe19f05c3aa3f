using System.Diagnostics;
using HilBench.Links.Linux;

namespace HilBench.Tests.Links.Linux;

internal sealed class KernelSleepTests
{
    private KernelSleep _sleep = null!;

    [SetUp]
    public void CreateSleep()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("The sleep is Linux's.");
        }

        _sleep = KernelSleep.TryCreate()!;
    }

    [TearDown]
    public void DisposeSleep() => _sleep?.Dispose();

    [TestCase(200_000)]
    [TestCase(3_700_000)]
    public void It_sleeps_no_less_than_it_was_told(long nanoseconds)
    {
        for (var i = 0; i < 20; i++)
        {
            var began = Stopwatch.GetTimestamp();
            _sleep.Sleep(nanoseconds);

            Assert.That(Stopwatch.GetElapsedTime(began).TotalNanoseconds, Is.GreaterThanOrEqualTo(nanoseconds));
        }
    }

    [Test]
    public void Wakes_before_a_sleep_end_it_at_once_and_count_once()
    {
        _sleep.Wake();
        _sleep.Wake();
        _sleep.Sleep(null);

        Assert.That(_sleep.TryTakeWake(), Is.False);
        _sleep.Wake();
        Assert.That(_sleep.TryTakeWake(), Is.True);
        Assert.That(_sleep.TryTakeWake(), Is.False);
    }

    [Test]
    [CancelAfter(60_000)]
    public void No_wake_from_four_other_threads_is_lost(CancellationToken cancellation)
    {
        // Each asks, wakes and waits for its answer: a lost wake leaves the sleeper asleep, and nobody asks again.
        const int Rounds = 5000;
        var asked = new int[4];
        var answered = new int[4];
        var threads = Enumerable.Range(0, asked.Length).Select(who => new Thread(() =>
        {
            for (var round = 1; round <= Rounds && !cancellation.IsCancellationRequested; round++)
            {
                Volatile.Write(ref asked[who], round);
                _sleep.Wake();
                SpinWait.SpinUntil(() => Volatile.Read(ref answered[who]) == round || cancellation.IsCancellationRequested);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        using var giveUp = cancellation.Register(_sleep.Wake);
        while (answered.Any(round => round < Rounds) && !cancellation.IsCancellationRequested)
        {
            _sleep.Sleep(null);
            for (var who = 0; who < asked.Length; who++)
            {
                Volatile.Write(ref answered[who], Volatile.Read(ref asked[who]));
            }
        }

        Array.ForEach(threads, thread => thread.Join());
        Assert.That(answered, Is.All.EqualTo(Rounds));
    }
}
