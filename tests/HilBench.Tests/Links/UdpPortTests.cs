using System.Net;
using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class UdpPortTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    [TestCase(true)]
    [TestCase(false)]
    public void Datagrams_cross_loopback_and_each_says_who_stamped_it(bool kernelStamps)
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var receiver = UdpPort.Open(loop, "receiver", AnyPort, null, kernelStamps);
            await using var sender = UdpPort.Open(loop, "sender", AnyPort, receiver.Local);
            var arrived = new TaskCompletionSource<(Datagram Datagram, Instant At)>();
            receiver.Received = datagram => arrived.TrySetResult((datagram, loop.Now));

            // The kernel begins to stamp a moment after it was asked to.
            await Task.Delay(TimeSpan.FromMilliseconds(50), loop.Time);
            var sent = sender.Send(new byte[] { 1, 2, 3 });

            var (datagram, delivered) = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10), loop.Time);
            Assert.That(datagram.Bytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
            Assert.That(datagram.From, Is.EqualTo(sender.Local));
            Assert.That(datagram.At.Source, Is.EqualTo(kernelStamps && OperatingSystem.IsLinux() ? StampSource.Kernel : StampSource.UserSpace));
            Assert.That(receiver.Stamps, Is.EqualTo(datagram.At.Source));
            Assert.That(datagram.At.At, Is.GreaterThanOrEqualTo(sent.At).And.LessThanOrEqualTo(delivered));
            Assert.That(receiver.Dropped, Is.EqualTo(OperatingSystem.IsLinux() ? 0 : null).Or.Null);
        });
    }

    [Test]
    public void Datagrams_cross_IPv6_with_the_address_of_their_sender()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var receiver = UdpPort.Open(loop, "receiver", new IPEndPoint(IPAddress.IPv6Loopback, 0), null);
            await using var sender = UdpPort.Open(loop, "sender", new IPEndPoint(IPAddress.IPv6Loopback, 0), receiver.Local);
            var arrived = new TaskCompletionSource<byte>();
            receiver.Received = datagram => receiver.Answer(datagram, new byte[] { 7 });
            sender.Received = datagram => arrived.TrySetResult(datagram.Bytes.Span[0]);
            sender.Send(new byte[] { 1 });

            Assert.That(await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10), loop.Time), Is.EqualTo(7));
        });
    }

    [Test]
    [Platform("Linux")]
    public void What_the_kernel_threw_away_is_counted_to_the_last_datagram()
    {
        const int Sent = 20_000;
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var receiver = UdpPort.Open(loop, "receiver", AnyPort, null);
            await using var sender = UdpPort.Open(loop, "sender", AnyPort, receiver.Local);
            using var stall = new Stall(loop);
            await stall.BeginAsync();
            var received = 0;
            receiver.Received = _ => received++;
            for (var i = 0; i < Sent; i++)
            {
                sender.Send(new byte[100]);
            }

            stall.End();
            for (var i = 0; i < 1000 && received + receiver.Dropped < Sent; i++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
            }

            Assert.That(receiver.Dropped, Is.Positive);
            Assert.That(received + receiver.Dropped, Is.EqualTo(Sent));
            await receiver.DisposeAsync();
            Assert.That(received + receiver.Dropped, Is.EqualTo(Sent), "the count stays when the port is closed");
        });
    }

    [Test]
    public void A_port_in_use_is_told_with_its_number_and_the_remedy()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var first = UdpPort.Open(loop, "first", AnyPort, null);

            Assert.That(
                () => UdpPort.Open(loop, "second", first.Local, null),
                Throws.TypeOf<LinkException>().With.Message.Contains($"second: UDP port {first.Local.Port}").And.Message.Contains("another port in the rig file"));
        });
    }

    [Test]
    public void A_port_where_nobody_listens_is_counted_and_does_not_stop_the_sender()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            var gone = UdpPort.Open(loop, "gone", AnyPort, null);
            await gone.DisposeAsync();
            await using var sender = UdpPort.Open(loop, "sender", AnyPort, gone.Local);
            for (var i = 0; i < 20; i++)
            {
                sender.Send(new byte[] { 1 });
                await Task.Delay(TimeSpan.FromMilliseconds(2), loop.Time);
            }

            Assert.That(sender.Unreachable, Is.Positive);
        });
    }

    [Test]
    public void The_self_test_measures_a_floor_that_is_ordered()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            var floor = await LoopbackSelfTest.RunAsync(loop, 50);

            Assert.That(floor.Count, Is.EqualTo(50));
            Assert.That(floor.MinMicroseconds, Is.Positive.And.LessThanOrEqualTo(floor.P50Microseconds));
            Assert.That(floor.P50Microseconds, Is.LessThanOrEqualTo(floor.P99Microseconds));
            Assert.That(floor.P99Microseconds, Is.LessThanOrEqualTo(floor.MaxMicroseconds));
        });
    }

    [Test]
    public void A_burst_arrives_whole_and_in_order()
    {
        const int Count = 200;
        using var loop = EventLoop.CreateWall();
        var numbers = new List<int>();
        loop.Run(async () =>
        {
            await using var receiver = UdpPort.Open(loop, "receiver", AnyPort, null);
            await using var sender = UdpPort.Open(loop, "sender", AnyPort, receiver.Local);
            var last = new TaskCompletionSource();
            receiver.Received = datagram =>
            {
                numbers.Add(BitConverter.ToInt32(datagram.Bytes.Span));
                if (numbers.Count == Count)
                {
                    last.SetResult();
                }
            };
            for (var i = 0; i < Count; i++)
            {
                sender.Send(BitConverter.GetBytes(i));
            }

            await last.Task.WaitAsync(TimeSpan.FromSeconds(10), loop.Time);
        });

        Assert.That(numbers, Is.EqualTo(Enumerable.Range(0, Count)));
    }

    [Test]
    public void A_port_with_a_remote_takes_nothing_from_strangers()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var device = UdpPort.Open(loop, "device", AnyPort, null);
            await using var bench = UdpPort.Open(loop, "bench", AnyPort, device.Local);
            await using var stranger = UdpPort.Open(loop, "stranger", AnyPort, bench.Local);
            var seen = new List<byte>();
            bench.Received = datagram => seen.Add(datagram.Bytes.Span[0]);
            stranger.Send(new byte[] { 1 });
            await Task.Delay(TimeSpan.FromMilliseconds(100), loop.Time);

            Assert.That(seen, Is.Empty);
        });
    }

    [Test]
    public void A_port_without_a_remote_cannot_send_and_says_what_is_missing()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var port = UdpPort.Open(loop, "obu1.gnss", AnyPort, null);

            Assert.That(() => port.Send(new byte[1]), Throws.TypeOf<LinkException>().With.Message.StartsWith($"obu1.gnss at {port.Local} has no remote address"));
        });
    }

    [Test]
    public void A_port_that_was_closed_gives_its_number_back_at_once()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            var first = UdpPort.Open(loop, "first", AnyPort, null);
            await first.DisposeAsync();
            await using var second = UdpPort.Open(loop, "second", first.Local, null);

            Assert.That(second.Local, Is.EqualTo(first.Local));
            Assert.That(() => first.DisposeAsync().AsTask().Wait(), Throws.Nothing, "a second time");
        });
    }

    [Test]
    public async Task A_datagram_that_comes_after_the_loop_has_ended_does_no_harm()
    {
        var loop = EventLoop.CreateWall();
        await using var receiver = UdpPort.Open(loop, "receiver", AnyPort, null);
        await using var sender = UdpPort.Open(loop, "sender", AnyPort, receiver.Local);
        loop.Dispose();

        Assert.That(() => sender.Send(new byte[] { 1 }), Throws.Nothing);
    }

    [Test]
    public void An_address_of_another_machine_is_refused_with_the_remedy()
    {
        using var loop = EventLoop.CreateWall();

        Assert.That(
            () => UdpPort.Open(loop, "rsu1.ifm", new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0), null),
            Throws.TypeOf<LinkException>().With.Message.StartsWith("rsu1.ifm: 192.0.2.1 is not an address of this machine."));
    }
}
