using HilBench.Observing;

namespace HilBench.Tests.Observing;

internal sealed class CaptureWriterTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-capture-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_same_messages_give_the_same_octets()
    {
        var first = SampleCapture.Octets(20);

        Assert.That(SampleCapture.Octets(20), Is.EqualTo(first));
    }

    [Test]
    public void A_tap_that_was_not_announced_is_added_when_it_speaks()
    {
        var stream = new MemoryStream();
        SampleCapture.Write(CaptureWriter.Create(stream, "memory", "hilbench test", [SampleCapture.Air]), 3);

        var packets = SampleCapture.Read(stream.ToArray(), out _);

        Assert.That(packets.Select(packet => packet.Tap), Is.EqualTo([SampleCapture.Air, SampleCapture.Feed, SampleCapture.Air]));
    }

    [Test]
    public void While_the_run_goes_at_most_200_ms_of_it_are_not_yet_in_the_file()
    {
        var path = Path.Combine(_folder, "capture.pcapng");
        using var writer = CaptureWriter.Create(path, "hilbench test", [SampleCapture.Air, SampleCapture.Feed]);
        Assert.That(PacketsIn(path), Is.Zero, "the head is there at once");
        for (var number = 1; number <= 20; number++)
        {
            Assert.That(writer.Write(SampleCapture.Frame(number - 1)), Is.EqualTo(number));
            Assert.That(PacketsIn(path), Is.InRange(number - 2, number), "packets are 100 ms apart");
        }
    }

    [Test]
    public void However_fast_they_come_at_most_500_packets_are_not_yet_in_the_file()
    {
        var path = Path.Combine(_folder, "capture.pcapng");
        using var writer = CaptureWriter.Create(path, "hilbench test", [SampleCapture.Air]);
        for (var number = 1; number <= 1600; number++)
        {
            writer.Write(SampleCapture.Frame(0));
        }

        Assert.That(PacketsIn(path), Is.InRange(1100, 1600));
    }

    [Test]
    public void A_frame_longer_than_the_buffer_is_written_whole()
    {
        var stream = new MemoryStream();
        using (var writer = CaptureWriter.Create(stream, "memory", "hilbench test", []))
        {
            writer.Write(SampleCapture.Frame(0));
            writer.Write(SampleCapture.Frame(0) with { Frame = new byte[300_001] });
            writer.Write(SampleCapture.Frame(0));
        }

        Assert.That(SampleCapture.Read(stream.ToArray(), out _).Select(packet => packet.Frame.Length), Is.EqualTo([25, 300_001, 25]));
    }

    [Test]
    public void A_place_that_cannot_be_written_is_refused_with_path_and_remedy()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        foreach (var path in (string[])[file, Path.Combine(file, "capture.pcapng"), Path.Combine(_folder, "no", "capture.pcapng")])
        {
            Assert.That(
                () => CaptureWriter.Create(path, "hilbench test", []),
                Throws.TypeOf<CaptureException>().With.Message.StartsWith($"{path}: the capture cannot be created").And.Message.EndsWith("Choose another output folder."));
        }
    }

    [Test]
    public void A_full_disk_is_told_once_with_the_packets_that_are_safe()
    {
        const int Room = 2000;
        var disk = new FullDisk(Room);
        var writer = CaptureWriter.Create(disk, "capture.pcapng", "hilbench test", [SampleCapture.Air, SampleCapture.Feed]);

        var exception = Assert.Throws<CaptureException>(() => SampleCapture.Write(writer, 100));

        var safe = SampleCapture.Read(disk.ToArray(), out _).Length;
        Assert.That(safe, Is.Positive);
        Assert.That(exception!.Message, Is.EqualTo(
            $"capture.pcapng: the capture cannot be written (after {safe} packets): No space left on device Free space, or choose another output folder."));
    }

    [Test]
    public void An_hour_of_packets_is_written_and_read_whole()
    {
        const int Count = 250_000;
        var path = Path.Combine(_folder, "hour.pcapng");
        var frame = SampleCapture.Frame(0) with { Frame = new byte[120] };
        using (var writer = CaptureWriter.Create(path, "hilbench test", [frame.Tap]))
        {
            for (var i = 0; i < Count; i++)
            {
                writer.Write(frame with { At = SampleCapture.Noon + TimeSpan.FromMilliseconds(14.4 * i) });
            }
        }

        using var reader = CaptureReader.Open(path);
        Assert.That(reader.Packets().Count(), Is.EqualTo(Count));
        Assert.That(reader.TruncatedAt, Is.Null);
    }

    private static int PacketsIn(string path)
    {
        using var reader = CaptureReader.Open(path);
        var count = reader.Packets().Count();
        Assert.That(reader.TruncatedAt, Is.Null);
        return count;
    }

    private sealed class FullDisk(int room) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > room)
            {
                throw new IOException("No space left on device");
            }

            base.Write(buffer, offset, count);
        }
    }
}
