using System.Net;
using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class UdpPortTests
{
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);

    [Test]
    public void Datagrams_cross_loopback_with_user_space_stamps()
    {
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            await using var receiver = UdpPort.Open(loop, "receiver", AnyPort, null);
            await using var sender = UdpPort.Open(loop, "sender", AnyPort, receiver.Local);
            var arrived = new TaskCompletionSource<Datagram>();
            receiver.Received = arrived.SetResult;
            var sent = sender.Send(new byte[] { 1, 2, 3 });

            var datagram = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(10), loop.Time);
            Assert.That(datagram.Bytes.ToArray(), Is.EqualTo(new byte[] { 1, 2, 3 }));
            Assert.That(datagram.At.Source, Is.EqualTo(StampSource.UserSpace));
            Assert.That(datagram.At.At, Is.GreaterThanOrEqualTo(sent.At));
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
}
