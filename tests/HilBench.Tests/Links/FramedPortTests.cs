using HilBench.Links;

namespace HilBench.Tests.Links;

internal sealed class FramedPortTests
{
    private static readonly Stamp Now = new(new Instant(5), StampSource.Virtual);

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(1000)]
    public void Frames_arrive_whole_however_the_stream_cuts_them(int chunk)
    {
        var stream = new LooseStream();
        var port = new FramedPort(stream);
        var arrived = new List<byte[]>();
        port.Received = datagram => arrived.Add(datagram.Bytes.ToArray());
        byte[][] frames = [[1], [2, 3, 4], new byte[300]];
        foreach (var frame in frames)
        {
            port.Send(frame);
        }

        foreach (var octets in stream.Sent.ToArray().Chunk(chunk))
        {
            stream.Received!(new Datagram(octets, Now));
        }

        Assert.That(stream.Sent.Take(8), Is.EqualTo(new byte[] { 0, 1, 1, 0, 3, 2, 3, 4 }), "two octets of length, the high one first");
        Assert.That(arrived, Is.EqualTo(frames));
    }

    [Test]
    public void Empty_frames_are_passed_over_and_none_longer_than_its_length_can_say_is_sent()
    {
        var stream = new LooseStream();
        var port = new FramedPort(stream);
        var arrived = new List<byte[]>();
        port.Received = datagram => arrived.Add(datagram.Bytes.ToArray());
        stream.Received!(new Datagram(new byte[] { 0, 0, 0, 0, 0, 1, 9 }, Now));

        Assert.That(arrived, Is.EqualTo(new byte[][] { [9] }));
        Assert.That(() => port.Send(new byte[65_536]), Throws.TypeOf<LinkException>().With.Message.Contains("65536 octets; 1 to 65535"));
    }

    private sealed class LooseStream : IStreamPort
    {
        public List<byte> Sent { get; } = [];

        public string Name => "loose";

        public Action<Datagram>? Received { get; set; }

        public Action<string>? Closed { get; set; }

        public Stamp Send(ReadOnlyMemory<byte> octets)
        {
            Sent.AddRange(octets.ToArray());
            return Now;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
