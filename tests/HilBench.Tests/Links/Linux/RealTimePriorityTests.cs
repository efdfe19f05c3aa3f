using System.Diagnostics;
using System.Globalization;
using HilBench.Links;

namespace HilBench.Tests.Links.Linux;

/// <summary>The class that the loop's thread is in, by what the kernel itself says, and whether it may be, by what util-linux finds.</summary>
internal sealed class RealTimePriorityTests
{
    private const int Policy = 38; // proc(5), stat: field 41, counted from the state, which is field 3 and follows the name in parentheses
    private const int Ordinary = 0; // SCHED_OTHER
    private const int RoundRobin = 2; // SCHED_RR

    [SetUp]
    public void RequireLinux()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("The kernel's word is read from /proc, which only Linux has.");
        }
    }

    [Test]
    [Category("Peer")]
    public void The_loop_goes_before_others_while_it_runs_where_chrt_may_too_and_threads_that_it_starts_do_not()
    {
        var (before, inside, child, allowed) = (PolicyNow(), 0, 0, false);
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            (inside, allowed) = (PolicyNow(), loop.HasRealTimePriority);
            var thread = new Thread(() => child = PolicyNow());
            thread.Start();
            thread.Join();
            await Task.Delay(TimeSpan.FromMilliseconds(5), loop.Time);
        });

        Assert.That(before, Is.EqualTo(Ordinary));
        Assert.That(allowed, Is.EqualTo(ChrtMay()));
        Assert.That(inside, Is.EqualTo(allowed ? RoundRobin : Ordinary));
        Assert.That(child, Is.EqualTo(Ordinary));
        Assert.That((PolicyNow(), loop.HasRealTimePriority), Is.EqualTo((Ordinary, false)));
    }

    [Test]
    public void Each_run_of_a_thread_takes_it_anew()
    {
        using var loop = EventLoop.CreateWall();
        var allowed = new List<bool>();
        for (var run = 0; run < 3; run++)
        {
            loop.Run(() =>
            {
                allowed.Add(loop.HasRealTimePriority && PolicyNow() == RoundRobin);
                return Task.CompletedTask;
            });
            Assert.That(PolicyNow(), Is.EqualTo(Ordinary));
        }

        Assert.That(allowed, Is.All.EqualTo(allowed[0]));
    }

    [Test]
    public void A_loop_that_ends_by_an_exception_gives_it_back_and_one_on_the_virtual_clock_takes_none()
    {
        using var wall = EventLoop.CreateWall();
        Assert.Throws<InvalidDataException>(() => wall.Run(() => throw new InvalidDataException("from the device")));
        Assert.That(PolicyNow(), Is.EqualTo(Ordinary));

        using var loop = EventLoop.CreateVirtual(new Instant(0));
        loop.Run(() =>
        {
            Assert.That((PolicyNow(), loop.HasRealTimePriority), Is.EqualTo((Ordinary, false)));
            return Task.CompletedTask;
        });
    }

    private static bool ChrtMay()
    {
        Peers.Require("chrt", "util-linux");
        using var chrt = Process.Start(new ProcessStartInfo("chrt", ["--rr", "1", "true"]) { UseShellExecute = false, RedirectStandardError = true })!;
        chrt.WaitForExit();
        return chrt.ExitCode == 0;
    }

    private static int PolicyNow()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[Policy], CultureInfo.InvariantCulture);
    }
}
