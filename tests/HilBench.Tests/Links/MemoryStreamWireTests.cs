using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class MemoryStreamWireTests
{
    private static readonly Instant Noon = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));

    [Test]
    public void Octets_cross_in_order_after_the_delay_cut_as_asked()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var wire = new MemoryStreamWire(loop, "test", TimeSpan.FromMilliseconds(2), _ => 3);
        var chunks = new List<(byte[] Octets, TimeSpan At)>();
        wire.B.Received = chunk => chunks.Add((chunk.Bytes.ToArray(), chunk.At.At - Noon));
        loop.Run(async () =>
        {
            wire.A.Send(new byte[] { 1, 2, 3, 4, 5, 6, 7 });
            wire.A.Send(new byte[] { 8 });
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That(chunks.Select(chunk => chunk.Octets), Is.EqualTo(new byte[][] { [1, 2, 3], [4, 5, 6], [7], [8] }));
        Assert.That(chunks.Select(chunk => chunk.At.TotalMilliseconds), Is.All.EqualTo(2));
    }

    [Test]
    public void The_end_comes_after_what_was_sent_before_it_once_and_sending_to_it_is_refused()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var wire = new MemoryStreamWire(loop, "test", TimeSpan.FromMilliseconds(2));
        var told = new List<string>();
        wire.B.Closed = told.Add;
        wire.B.Received = chunk => told.Add($"{chunk.Bytes.Length} octets");
        loop.Run(async () =>
        {
            wire.A.Send(new byte[4]);
            await wire.A.DisposeAsync();
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
            wire.Pull();
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That(told, Is.EqualTo(["4 octets", "test.b: the other end closed the connection."]));
        Assert.That(
            () => wire.B.Send(new byte[5]),
            Throws.TypeOf<LinkException>().With.Message.EqualTo("test.b: 5 octets were not sent: the other end closed the connection. Connect again."));
        Assert.That(() => wire.A.Send(new byte[5]), Throws.TypeOf<LinkException>().With.Message.Contains("test.a is closed"));
    }

    [Test]
    public void A_pulled_wire_loses_what_is_on_its_way_and_tells_both_ends()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var wire = new MemoryStreamWire(loop, "test", TimeSpan.FromMilliseconds(2));
        var told = new List<string>();
        wire.A.Closed = told.Add;
        wire.B.Closed = told.Add;
        wire.B.Received = _ => Assert.Fail("arrived");
        loop.Run(async () =>
        {
            wire.A.Send(new byte[4]);
            wire.Pull();
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That(told, Is.EqualTo(["test.a: the wire was pulled.", "test.b: the wire was pulled."]));
    }

    [Test]
    public void What_arrives_before_somebody_listens_is_kept()
    {
        using var loop = EventLoop.CreateVirtual(Noon);
        var wire = new MemoryStreamWire(loop, "test", TimeSpan.Zero);
        var seen = new List<byte>();
        loop.Run(async () =>
        {
            wire.A.Send(new byte[] { 1 });
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
            wire.B.Received = chunk => seen.AddRange(chunk.Bytes.Span);
            wire.A.Send(new byte[] { 2 });
            await Task.Delay(TimeSpan.FromSeconds(1), loop.Time);
        });

        Assert.That(seen, Is.EqualTo([1, 2]));
    }
}
