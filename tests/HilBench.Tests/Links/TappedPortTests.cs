using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class TappedPortTests
{
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private static readonly TapInterface Tap = new("asc1.spat", LinkLayer.RawIp, StampSource.Virtual, "Controller feed");

    [Test]
    public void Both_ways_are_observed_with_the_stamps_of_the_link_and_go_on()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var wire = new MemoryWire(loop, "asc1.spat", TimeSpan.FromMilliseconds(2));
        var observed = new List<TapFrame>();
        var bench = new TappedPort(wire.A, Tap, (direction, octets) => (byte[])[(byte)direction, .. octets.Span], observed.Add);
        var atBench = new List<byte>();
        var atDevice = new List<byte>();
        bench.Received = datagram => atBench.Add(datagram.Bytes.Span[0]);
        wire.B.Received = datagram => atDevice.Add(datagram.Bytes.Span[0]);

        loop.Run(async () =>
        {
            Assert.That(bench.Send(new byte[] { 10 }), Is.EqualTo(new Stamp(Noon, StampSource.Virtual)));
            wire.B.Send(new byte[] { 20 });
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That((atBench, atDevice), Is.EqualTo((new List<byte> { 20 }, new List<byte> { 10 })).UsingPropertiesComparer());
        Assert.That(observed.Select(frame => (frame.Tap, frame.At - Noon, frame.Direction)), Is.EqualTo(
            [(Tap, TimeSpan.Zero, Direction.ToDevice), (Tap, TimeSpan.FromMilliseconds(2), Direction.FromDevice)]));
        Assert.That(observed.Select(frame => frame.Frame.ToArray()), Is.EqualTo(new byte[][] { [1, 10], [0, 20] }));
    }

    [Test]
    public void A_tap_that_only_listens_observes_although_nobody_is_behind_it()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var wire = new MemoryWire(loop, "rsu1.air", TimeSpan.Zero);
        var observed = new List<TapFrame>();
        _ = new TappedPort(wire.A, Tap, (_, octets) => octets, observed.Add).Listen();

        loop.Run(async () =>
        {
            wire.B.Send(new byte[] { 1 });
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That(observed, Has.Count.EqualTo(1));
    }

    [Test]
    public void What_could_not_be_sent_is_not_observed()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var wire = new MemoryWire(loop, "asc1.spat", TimeSpan.Zero);
        var observed = new List<TapFrame>();
        var bench = new TappedPort(wire.A, Tap, (_, octets) => octets, observed.Add);
        loop.Run(async () => await bench.DisposeAsync());

        Assert.That(() => bench.Send(new byte[1]), Throws.TypeOf<LinkException>().With.Message.Contains("is closed"));
        Assert.That(observed, Is.Empty);
    }
}
