using System.Text;
using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class TappedLineTests
{
    private static readonly Instant Start = Instant.FromUtc(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
    private static readonly TapInterface Tap = new("obu1.gnss", LinkLayer.RawIp, StampSource.Virtual, "a tap");

    [Test]
    public void Both_ways_are_told_with_their_times_and_go_on()
    {
        using var loop = EventLoop.CreateVirtual(Start);
        var wire = new MemoryStreamWire(loop, "wire", TimeSpan.FromMilliseconds(3));
        var seen = new List<string>();
        var (atDevice, atBench) = (new List<string>(), new List<string>());
        string? closed = null;
        loop.Run(async () =>
        {
            await using var bench = new TappedLine(wire.A, Tap, (_, octets) => octets, frame => seen.Add($"{(frame.At - Start).TotalMilliseconds} {frame.Direction} {Text(frame.Frame)}"));
            bench.Received = chunk => atBench.Add(Text(chunk.Bytes));
            bench.Closed = reason => closed = reason;
            wire.B.Received = chunk => atDevice.Add(Text(chunk.Bytes));
            bench.Send("fix"u8.ToArray());
            wire.B.Send("ack"u8.ToArray());
            await Task.Delay(TimeSpan.FromMilliseconds(10), loop.Time);
            wire.Pull();
            await Task.Delay(TimeSpan.FromMilliseconds(1), loop.Time);
        });

        Assert.That(seen, Is.EqualTo(["0 ToDevice fix", "3 FromDevice ack"]));
        Assert.That((atDevice[0], atBench[0]), Is.EqualTo(("fix", "ack")));
        Assert.That(closed, Does.Contain("pulled"));
    }

    [Test]
    public void A_tap_observes_although_nobody_listens_behind_it()
    {
        using var loop = EventLoop.CreateVirtual(Start);
        var wire = new MemoryStreamWire(loop, "wire", TimeSpan.Zero);
        var seen = 0;
        loop.Run(async () =>
        {
            await using var bench = new TappedLine(wire.A, Tap, (_, octets) => octets, _ => seen++).Listen();
            wire.B.Send("x"u8.ToArray());
            await Task.Delay(TimeSpan.FromMilliseconds(1), loop.Time);
        });

        Assert.That(seen, Is.EqualTo(1));
    }

    private static string Text(ReadOnlyMemory<byte> octets) => Encoding.ASCII.GetString(octets.Span);
}
