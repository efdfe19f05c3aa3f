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

    [Test]
    public void Two_runs_of_one_program_on_the_virtual_clock_call_in_the_same_order()
    {
        var first = Trace();

        Assert.That(Trace(), Is.EqualTo(first));
        Assert.That(first, Has.Count.EqualTo(600));
    }

    [Test]
    public void Everything_that_is_ready_runs_before_the_clock_moves()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var hops = new List<TimeSpan>();
        loop.Run(async () =>
        {
            var timer = new TaskCompletionSource();
            loop.Schedule(Noon + TimeSpan.FromTicks(1), timer.SetResult);
            for (var i = 0; i < 50; i++)
            {
                await Task.Yield();
                hops.Add(loop.Now - Noon);
            }

            await timer.Task;
        });

        Assert.That(hops, Is.All.EqualTo(TimeSpan.Zero));
        Assert.That(loop.Now - Noon, Is.EqualTo(TimeSpan.FromTicks(1)));
    }

    [Test]
    public void The_virtual_clock_counts_nanoseconds_and_a_deadline_that_has_passed_does_not_move_it()
    {
        using var loop = EventLoop.CreateVirtual(new Instant(1_000_000_001));
        loop.Run(async () =>
        {
            var calls = new List<long>();
            var end = new TaskCompletionSource();
            loop.Schedule(new Instant(1_000_001_001), () => calls.Add(loop.Now.UnixNanoseconds));
            loop.Schedule(new Instant(1_000_001_001), () => loop.Schedule(new Instant(5), () => calls.Add(loop.Now.UnixNanoseconds)));
            loop.Schedule(new Instant(1_000_001_002), end.SetResult);
            await end.Task;
            Assert.That(calls, Is.EqualTo([1_000_001_001L, 1_000_001_001L]));
        });

        Assert.That(loop.Now.UnixNanoseconds, Is.EqualTo(1_000_001_002));
        Assert.That(loop.Time.GetTimestamp(), Is.EqualTo(1_000_001_002));
        Assert.That(loop.Time.GetElapsedTime(1), Is.EqualTo(TimeSpan.FromTicks(10_000_010)));
        Assert.That(loop.Time.GetUtcNow(), Is.EqualTo(DateTimeOffset.UnixEpoch.AddTicks(10_000_010)));
    }

    [Test]
    public void A_run_that_waits_for_what_nobody_will_send_ends_with_the_reason()
    {
        using var loop = EventLoop.CreateVirtual(Noon);

        Assert.That(
            () => loop.Run(() => new TaskCompletionSource().Task),
            Throws.InvalidOperationException.With.Message.StartsWith("The virtual clock stands at 2026-07-01T12:00:00.000000000Z with nothing left to wait for"));
    }

    [Test]
    public void A_cancelled_timer_does_not_move_the_virtual_clock_while_other_threads_work()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        using var release = new ManualResetEventSlim();
        loop.Run(async () =>
        {
            loop.Schedule(Noon + TimeSpan.FromHours(1), () => { }).Dispose();
            var work = Task.Run(release.Wait);
            loop.Post(_ => release.Set(), null);
            await work;
        });

        Assert.That(loop.Now, Is.EqualTo(Noon));
    }

    [Test]
    public void What_other_threads_post_runs_on_the_thread_of_the_loop_in_their_order()
    {
        using var loop = EventLoop.CreateWall();
        var seen = new List<(int Number, int Thread)>();
        loop.Run(async () =>
        {
            var last = new TaskCompletionSource();
            var poster = new Thread(() =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    var number = i;
                    loop.Post(_ => seen.Add((number, Environment.CurrentManagedThreadId)), null);
                }

                loop.Post(_ => last.SetResult(), null);
            });
            poster.Start();
            await last.Task;
            poster.Join();
        });

        Assert.That(seen, Is.EqualTo(Enumerable.Range(0, 1000).Select(number => (number, Environment.CurrentManagedThreadId))));
    }

    [Test]
    public void A_post_to_a_loop_that_has_ended_is_dropped()
    {
        var loop = EventLoop.CreateVirtual(Noon);
        loop.Dispose();

        Assert.That(() => loop.Post(_ => Assert.Fail("called"), null), Throws.Nothing);
    }

    [Test]
    public void A_run_inside_a_run_is_refused()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        loop.Run(() =>
        {
            Assert.That(() => loop.Run(() => Task.CompletedTask), Throws.InvalidOperationException.With.Message.Contains("runs already"));
            return Task.CompletedTask;
        });
    }

    [Test]
    public void The_thread_gets_its_own_context_back_even_after_a_fault()
    {
        var before = SynchronizationContext.Current;
        using var loop = EventLoop.CreateVirtual(Noon);

        Assert.That(() => loop.Run(() => throw new InvalidDataException("at once")), Throws.TypeOf<InvalidDataException>());
        Assert.That(SynchronizationContext.Current, Is.SameAs(before));
    }

    [Test]
    public void On_the_wall_clock_a_late_callback_is_told_with_its_deadline_and_counted()
    {
        using var loop = EventLoop.CreateWall();
        var told = new List<(Instant Deadline, TimeSpan Lateness)>();
        loop.Late = (deadline, lateness) => told.Add((deadline, lateness));
        var deadline = loop.Now - TimeSpan.FromMilliseconds(5);
        loop.Run(async () =>
        {
            loop.Schedule(deadline, () => { });
            await Task.Delay(TimeSpan.FromMilliseconds(1), loop.Time);
        });

        Assert.That(told[0].Deadline, Is.EqualTo(deadline));
        Assert.That(told[0].Lateness, Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(5)));
        Assert.That(loop.Lateness.Max, Is.GreaterThanOrEqualTo(told[0].Lateness));
        Assert.That(loop.Lateness.P99, Is.LessThanOrEqualTo(loop.Lateness.Max));
    }

    [Test]
    public void On_the_wall_clock_a_repetition_that_was_held_up_catches_up_and_skips_nothing()
    {
        using var loop = EventLoop.CreateWall();
        var first = loop.Now - TimeSpan.FromMilliseconds(50);
        var deadlines = new List<Instant>();
        loop.Run(async () =>
        {
            using var ticks = loop.Every(first, TimeSpan.FromMilliseconds(5), deadlines.Add);
            await Task.Delay(TimeSpan.FromMilliseconds(20), loop.Time);
        });

        Assert.That(deadlines, Has.Count.GreaterThanOrEqualTo(14));
        Assert.That(deadlines, Is.EqualTo(deadlines.Select((_, index) => first + (index * TimeSpan.FromMilliseconds(5)))));
    }

    private static List<string> Trace()
    {
        var random = new Random(3);
        var calls = new List<string>();
        using var loop = EventLoop.CreateVirtual(Noon);
        var wire = new MemoryWire(loop, "test", TimeSpan.FromMilliseconds(3));
        wire.B.Received = datagram => calls.Add($"{loop.Now} received {datagram.Bytes.Span[0]}");
        loop.Run(async () =>
        {
            for (byte i = 0; i < 200; i++)
            {
                var number = i;
                loop.Schedule(Noon + TimeSpan.FromMilliseconds(random.Next(20)), () => _ = Call(number));
            }

            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });
        return calls;

        async Task Call(byte number)
        {
            calls.Add($"{loop.Now} called {number}");
            wire.A.Send(new[] { number });
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(5)), loop.Time);
            calls.Add($"{loop.Now} resumed {number}");
        }
    }
}
