using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Tests.Watch;

/// <summary>A capture that is read while it is written.</summary>
internal sealed class GrowingCaptureTests
{
    private string _file = null!;

    [SetUp]
    public void NameFile() => _file = Path.Combine(Path.GetTempPath(), $"hilbench-growing-{Guid.NewGuid():N}.pcapng");

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public async Task A_capture_that_grows_octet_by_octet_gives_the_packets_of_the_whole_one()
    {
        var whole = WholeCapture(40);
        using var ended = new CancellationTokenSource();
        var caughtUp = 0;
        await using var writer = new FileStream(_file, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var reading = Task.Factory.StartNew(
            () =>
            {
                using var reader = CaptureReader.Follow(_file, () => Interlocked.Increment(ref caughtUp), ended.Token);
                return reader.Packets().Select(packet => packet.Frame.ToArray()).ToArray();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        for (var at = 0; at < whole.Length; at += 7)
        {
            writer.Write(whole, at, Math.Min(7, whole.Length - at));
            if (at % 700 == 0)
            {
                var seen = caughtUp;
                Assert.That(SpinWait.SpinUntil(() => caughtUp > seen, TimeSpan.FromSeconds(10)), "it says that it has caught up");
            }
        }

        await ended.CancelAsync();

        Assert.That(await reading.WaitAsync(TimeSpan.FromSeconds(10)), Is.EqualTo(Frames(whole)));
    }

    [Test]
    public void A_capture_that_is_cut_off_for_good_ends_where_it_is_cut()
    {
        var whole = WholeCapture(3);
        File.WriteAllBytes(_file, whole[..^5]);
        using var ended = new CancellationTokenSource();
        using var reader = CaptureReader.Follow(_file, ended.Cancel, ended.Token);

        Assert.That(reader.Packets().Count(), Is.EqualTo(2));
        Assert.That(reader.TruncatedAt, Is.Not.Null);
    }

    private static byte[] WholeCapture(int packets)
    {
        var tap = new TapInterface("rsu1.air", LinkLayer.Ethernet, StampSource.Virtual, "air");
        using var stream = new MemoryStream();
        using (var capture = CaptureWriter.Create(stream, "test", "hilbench test", [tap]))
        {
            for (var i = 0; i < packets; i++)
            {
                capture.Write(new TapFrame(tap, new Instant(1_000_000_000L + i), Direction.FromDevice, Enumerable.Repeat((byte)i, i + 14).ToArray()));
            }
        }

        return stream.ToArray();
    }

    private static byte[][] Frames(byte[] capture)
    {
        using var reader = CaptureReader.Read(new MemoryStream(capture), "test");
        return [.. reader.Packets().Select(packet => packet.Frame.ToArray())];
    }
}
