using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class EventLoopTests
{
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public void The_virtual_clock_jumps_to_the_next_timer_and_keeps_the_order_of_equal_deadlines()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var calls = new List<string>();
        loop.Run(async () =>
        {
            loop.Schedule(Noon + TimeSpan.FromHours(2), () => calls.Add($"late {loop.Now - Noon}"));
            loop.Schedule(Noon + TimeSpan.FromHours(1), () => calls.Add("first"));
            loop.Schedule(Noon + TimeSpan.FromHours(1), () => calls.Add("second"));
            loop.Schedule(Noon + TimeSpan.FromMinutes(30), () => calls.Add("never")).Dispose();
            await Task.Delay(TimeSpan.FromHours(3), loop.Time);
        });

        Assert.That(calls, Is.EqualTo(["first", "second", "late 02:00:00"]));
        Assert.That(loop.Now, Is.EqualTo(Noon + TimeSpan.FromHours(3)));
    }

    [Test]
    public void Async_code_stays_on_the_thread_of_the_loop()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var threads = new HashSet<int>();
        loop.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                threads.Add(Environment.CurrentManagedThreadId);
                await Task.Delay(TimeSpan.FromMilliseconds(i), loop.Time);
                await Task.Yield();
            }
        });

        Assert.That(threads, Is.EqualTo([Environment.CurrentManagedThreadId]));
    }

    [Test]
    public void Every_calls_at_absolute_deadlines_until_it_is_disposed()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var ticks = new List<TimeSpan>();
        loop.Run(async () =>
        {
            var repetition = loop.Every(Noon + TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100), at => ticks.Add(at - Noon));
            await Task.Delay(TimeSpan.FromMilliseconds(1250), loop.Time);
            repetition.Dispose();
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That(ticks.Select(tick => tick.TotalMilliseconds), Is.EqualTo([1000, 1100, 1200]));
    }

    [Test]
    public void A_periodic_timer_and_a_cancellation_delay_run_on_virtual_time()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var count = 0;
        loop.Run(async () =>
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(10.5), loop.Time);
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), loop.Time);
            try
            {
                while (await timer.WaitForNextTickAsync(stop.Token))
                {
                    count++;
                }
            }
            catch (OperationCanceledException)
            {
                Assert.That(loop.Now - Noon, Is.EqualTo(TimeSpan.FromSeconds(10.5)));
            }
        });

        Assert.That(count, Is.EqualTo(10));
    }

    [Test]
    public void An_exception_in_a_callback_ends_the_run()
    {
        using var loop = EventLoop.CreateVirtual(Noon);

        var exception = Assert.Throws<InvalidDataException>(() => loop.Run(async () =>
        {
            loop.Schedule(Noon + TimeSpan.FromSeconds(1), () => throw new InvalidDataException("from the device"));
            await Task.Delay(TimeSpan.FromDays(1), loop.Time);
        }));
        Assert.That(exception!.Message, Is.EqualTo("from the device"));
        Assert.That(loop.Now - Noon, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public void A_memory_wire_keeps_order_and_delays_both_ways()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var wire = new MemoryWire(loop, "test", TimeSpan.FromMicroseconds(200));
        var seen = new List<(byte, double)>();
        wire.B.Received = datagram => seen.Add((datagram.Bytes.Span[0], (datagram.At.At - Noon).TotalMicroseconds));
        wire.A.Received = datagram => seen.Add((datagram.Bytes.Span[0], (datagram.At.At - Noon).TotalMicroseconds));
        loop.Run(async () =>
        {
            wire.A.Send(new byte[] { 1 });
            wire.A.Send(new byte[] { 2 });
            wire.B.Send(new byte[] { 3 });
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That(seen, Is.EqualTo(new (byte, double)[] { (1, 200), (2, 200), (3, 200) }));
    }

    [Test]
    public void A_wall_clock_timer_never_fires_early()
    {
        using var loop = EventLoop.CreateWall();
        var early = 0;
        loop.Run(async () =>
        {
            using var ticks = loop.Every(loop.Now + TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(2.5), deadline =>
            {
                early += loop.Now < deadline ? 1 : 0;
            });
            await Task.Delay(TimeSpan.FromMilliseconds(100), loop.Time);
        });

        Assert.That(early, Is.Zero);
        Assert.That(loop.Lateness.Count, Is.GreaterThan(30));
    }
}
