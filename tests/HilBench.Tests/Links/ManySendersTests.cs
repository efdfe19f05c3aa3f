using System.Net;
using HilBench.Links;

namespace HilBench.Tests.Links;

/// <summary>As many devices as a busy intersection has, on sockets, into one loop. Nothing is asserted of time; the bench must lose nothing.</summary>
[Platform("Linux")]
internal sealed class ManySendersTests
{
    private const int Units = 60;
    private const int Rounds = 50;
    private static readonly IPEndPoint AnyPort = new(IPAddress.Loopback, 0);
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);

    [Test]
    public void Sixty_units_and_the_feeds_at_ten_a_second_lose_nothing_and_the_kernel_throws_nothing_away()
    {
        var counts = new Dictionary<string, Sequence>(StringComparer.Ordinal);
        var opened = new List<UdpPort>();
        using var loop = EventLoop.CreateWall();
        loop.Run(async () =>
        {
            // Each unit sends its messages and hears its positions; controller and road-side unit send feeds. A socket at each end of each link.
            foreach (var (link, size) in Links())
            {
                var bench = UdpPort.Open(loop, link, AnyPort, null);
                var device = UdpPort.Open(loop, link, AnyPort, bench.Local);
                opened.AddRange([bench, device]);
                var sequence = counts[link] = new Sequence();
                bench.Received = datagram => sequence.Take(BitConverter.ToInt32(datagram.Bytes.Span), datagram.At.Source);
                loop.Every(loop.Now + TimeSpan.FromMilliseconds(counts.Count % 100), Tenth, _ => sequence.Send(device, size));
            }

            for (var i = 0; i < 600 && counts.Values.Any(sequence => sequence.Received < Rounds); i++)
            {
                await Task.Delay(Tenth, loop.Time);
            }
        });

        var dropped = opened.Select(port => port.Dropped).ToArray();
        opened.ForEach(port => port.DisposeAsync().AsTask().Wait());

        Assert.That(counts.Values.Select(sequence => sequence.Received), Is.All.EqualTo(Rounds));
        Assert.That(counts.Values.Select(sequence => sequence.OutOfOrder), Is.All.Zero);
        Assert.That(dropped, Is.All.Zero);
        Assert.That(counts.Values.Sum(sequence => sequence.Stamped), Is.GreaterThan(counts.Count * Rounds * 9 / 10), "kernel stamps begin a moment after the first socket");
    }

    private static IEnumerable<(string Link, int Size)> Links()
    {
        for (var unit = 1; unit <= Units; unit++)
        {
            yield return ($"obu{unit}.air", 300);
            yield return ($"obu{unit}.gnss", 150);
        }

        yield return ("asc1.spat", 241);
        yield return ("asc1.lamps", 20);
        yield return ("rsu1.air", 1200);
        yield return ("rsu1.ifm", 1000);
    }

    private sealed class Sequence
    {
        private int _sent;

        public int Received { get; private set; }

        public int OutOfOrder { get; private set; }

        public int Stamped { get; private set; }

        public void Send(UdpPort port, int size)
        {
            if (_sent < Rounds)
            {
                var octets = new byte[size];
                BitConverter.TryWriteBytes(octets, _sent);
                _sent++;
                port.Send(octets);
            }
        }

        public void Take(int number, StampSource source)
        {
            OutOfOrder += number == Received ? 0 : 1;
            Received++;
            Stamped += source == StampSource.Kernel ? 1 : 0;
        }
    }
}
