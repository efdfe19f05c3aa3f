using System.Text;
using HilBench.Links;

namespace HilBench.Tests.Links;

[Platform("Linux")]
internal sealed class SerialLineTests
{
    [Test]
    public void Octets_of_every_value_cross_both_ways_unchanged()
    {
        var every = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        OnLine(async (loop, device, bench) =>
        {
            var atDevice = Collect(device, every.Length);
            var atBench = Collect(bench, every.Length);
            bench.Send(every);
            device.Send(every);

            Assert.That(await atDevice.InTimeAsync(loop), Is.EqualTo(every));
            Assert.That(await atBench.InTimeAsync(loop), Is.EqualTo(every));
        });
    }

    [Test]
    public void Stamps_are_said_to_be_of_user_space() => OnLine(async (loop, device, bench) =>
    {
        var arrived = new TaskCompletionSource<Datagram>();
        bench.Received = chunk => arrived.TrySetResult(chunk);
        device.Send("x"u8.ToArray());

        Assert.That((await arrived.Task.InTimeAsync(loop)).At.Source, Is.EqualTo(StampSource.UserSpace));
        Assert.That(bench.Send("y"u8.ToArray()).Source, Is.EqualTo(StampSource.UserSpace));
    });

    [Test]
    public void What_comes_before_somebody_listens_is_kept() => OnLine(async (loop, device, bench) =>
    {
        device.Send("early"u8.ToArray());
        await Task.Delay(TimeSpan.FromMilliseconds(100), loop.Time);

        Assert.That(Encoding.ASCII.GetString(await Collect(bench, 5).InTimeAsync(loop)), Is.EqualTo("early"));
    });

    [Test]
    public void The_plug_pulled_in_mid_run_is_told_once_with_the_path_and_sending_says_it_too() => OnLine(async (loop, device, bench) =>
    {
        var reasons = new List<string>();
        var closed = new TaskCompletionSource<string>();
        bench.Received = _ => { };
        bench.Closed = reason =>
        {
            reasons.Add(reason);
            closed.TrySetResult(reason);
        };
        device.Send("x"u8.ToArray());
        await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
        await device.DisposeAsync();

        Assert.That(await closed.Task.InTimeAsync(loop), Does.StartWith($"bench: the serial line {device.SlavePath} is gone ("));
        await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
        Assert.That(reasons, Has.Count.EqualTo(1));
        Assert.That(() => bench.Send(new byte[3]), Throws.TypeOf<LinkException>().With.Message.StartsWith($"bench: 3 octets were not sent: the serial line {device.SlavePath} is gone"));
    });

    [Test]
    public void A_line_pulled_while_the_bench_sends_ends_neither_in_a_hang_nor_in_an_unhandled_exception() => OnLine(async (loop, device, bench) =>
    {
        var closed = new TaskCompletionSource<string>();
        bench.Closed = closed.SetResult;
        var octets = new byte[500];
        var refused = 0;
        for (var i = 0; i < 40 && !closed.Task.IsCompleted; i++)
        {
            if (i == 10)
            {
                await device.DisposeAsync();
            }

            try
            {
                bench.Send(octets);
            }
            catch (LinkException)
            {
                refused++;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(45), loop.Time);
        }

        Assert.That(await closed.Task.InTimeAsync(loop), Does.Contain("is gone"));
        Assert.That(() => bench.Send(octets), Throws.TypeOf<LinkException>(), $"after {refused} refusals");
    });

    [Test]
    public void A_line_that_is_not_there_is_told_with_where_to_look()
    {
        using var loop = EventLoop.CreateWall();

        Assert.That(
            () => SerialLine.Open(loop, "obu1.gnss", new SerialLineSettings("/dev/ttyNOSUCH7")),
            Throws.TypeOf<LinkException>().With.Message.StartsWith("obu1.gnss: there is no serial line /dev/ttyNOSUCH7.").And.Message.Contains("ls /dev/serial/by-id"));
    }

    [Test]
    public void A_file_that_is_no_line_is_refused()
    {
        using var loop = EventLoop.CreateWall();

        Assert.That(
            () => SerialLine.Open(loop, "obu1.gnss", new SerialLineSettings("/dev/null")),
            Throws.TypeOf<LinkException>().With.Message.StartsWith("obu1.gnss: /dev/null is no serial line."));
    }

    [Test]
    public void A_line_in_use_is_told_with_how_to_find_who_uses_it() => OnLine(async (loop, device, _) =>
    {
        await Task.Yield();

        Assert.That(
            () => SerialLine.Open(loop, "second", new SerialLineSettings(device.SlavePath)),
            Throws.TypeOf<LinkException>().With.Message.StartsWith($"second: the serial line {device.SlavePath} is in use").And.Message.Contains($"fuser -v {device.SlavePath}"));
    });

    [Test]
    public void A_line_that_was_closed_can_be_opened_again_and_has_forgotten_what_came_between() => OnLine(async (loop, device, bench) =>
    {
        await bench.DisposeAsync();
        device.Send("stale"u8.ToArray());
        await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
        await using var again = SerialLine.Open(loop, "again", new SerialLineSettings(device.SlavePath));
        var fresh = Collect(again, 5);
        device.Send("fresh"u8.ToArray());

        Assert.That(Encoding.ASCII.GetString(await fresh.InTimeAsync(loop)), Is.EqualTo("fresh"));
    });

    [TestCase(true, false)]
    [TestCase(false, true)]
    public void Control_lines_that_a_pseudo_terminal_has_not_are_an_error_only_when_asked_for(bool dtr, bool rts)
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var device = PseudoTerminal.Open(loop, "device");
            var settings = new SerialLineSettings(device.SlavePath) { DataTerminalReady = dtr, RequestToSend = rts };

            Assert.That(() => SerialLine.Open(loop, "bench", settings), Throws.TypeOf<LinkException>().With.Message.Contains("no DTR or RTS"));
        });
    }

    [TestCase(0)]
    [TestCase(299)]
    [TestCase(4_000_001)]
    public void A_rate_that_no_line_has_is_refused(int baud)
    {
        using var loop = EventLoop.CreateWall();

        Assert.That(
            () => SerialLine.Open(loop, "bench", new SerialLineSettings("/dev/null", baud)),
            Throws.TypeOf<LinkException>().With.Message.Contains($"{baud} baud is no rate"));
    }

    [Test]
    public void More_than_the_line_carries_is_an_error_and_not_data_that_ages() => OnLine(
        async (_, device, bench) =>
        {
            await Task.Yield();
            var sentence = new byte[280];
            var sent = 0;
            var error = Assert.Throws<LinkException>(() =>
            {
                for (; sent < 100; sent++)
                {
                    bench.Send(sentence);
                }
            })!;

            Assert.That(sent, Is.InRange(3, 5));
            Assert.That(error.Message, Does.StartWith($"bench: 280 octets were not sent: {device.SlavePath} at 9600 baud carries 960 octets a second"));
        },
        baud: 9600);

    [Test]
    public void A_stream_that_needs_more_than_the_line_carries_is_refused_before_the_run()
    {
        var settings = new SerialLineSettings("/dev/ttyUSB0", 9600);

        Assert.That(
            () => settings.RequireCapacity("obu1.gnss", 2800),
            Throws.TypeOf<LinkException>().With.Message.EqualTo(
                "obu1.gnss: /dev/ttyUSB0 at 9600 baud carries 960 octets a second, 2800 are needed. Set the device and the rig file to 38400 baud or more, or send less."));
        Assert.That(() => new SerialLineSettings("/dev/ttyUSB0", 38_400).RequireCapacity("obu1.gnss", 2800), Throws.Nothing);
    }

    [Test]
    public void A_device_that_nobody_reads_drops_octets_and_does_not_block()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var device = PseudoTerminal.Open(loop, "device");
            for (var i = 0; i < 300; i++)
            {
                device.Send(new byte[1000]);
            }

            Assert.That(device.Dropped, Is.Positive);
        });
    }

    [Test]
    public void A_device_can_be_closed_twice_and_then_refuses_to_send()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            var device = PseudoTerminal.Open(loop, "device");
            await device.DisposeAsync();
            await device.DisposeAsync();

            Assert.That(File.Exists(device.SlavePath), Is.False);
            Assert.That(() => device.Send(new byte[1]), Throws.TypeOf<LinkException>().With.Message.StartsWith("device is closed"));
        });
    }

    private static void OnLine(Func<EventLoop, PseudoTerminal, SerialLine, Task> body, int baud = SerialLineSettings.UsualBaud)
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var device = PseudoTerminal.Open(loop, "device");
            await using var bench = SerialLine.Open(loop, "bench", new SerialLineSettings(device.SlavePath, baud));
            await body(loop, device, bench);
        });
    }

    private static Task<byte[]> Collect(IStreamPort port, int count)
    {
        var octets = new List<byte>();
        var complete = new TaskCompletionSource<byte[]>();
        port.Received = chunk =>
        {
            octets.AddRange(chunk.Bytes.ToArray());
            if (octets.Count >= count)
            {
                complete.TrySetResult([.. octets]);
            }
        };
        return complete.Task;
    }
}
