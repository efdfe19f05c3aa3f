using HilBench.Links;
using HilBench.Observing;
using HilBench.Runs;
using HilBench.Wire.CabinetIo;

namespace HilBench.Tests.Runs;

internal sealed class TimelineScanTests
{
    private static readonly Instant Start = new(1_782_907_200_000_000_000);

    [Test]
    public void A_recording_without_a_packet_has_no_timeline() => Assert.That(new TimelineScan().ToTimeline(), Is.Null);

    [TestCase(10, 1000)]
    [TestCase(3600, 20_000)]
    [TestCase(1_000_000, 5000)]
    public void Every_packet_is_counted_once_in_at_most_240_bins_that_cover_the_run(double seconds, int packets)
    {
        var scan = new TimelineScan();
        for (var i = 0; i < packets; i++)
        {
            scan.Observe(Seen("rsu1.air", seconds * i / (packets - 1), new UndecodedContent("a message", "noise", 0)));
        }

        var timeline = scan.ToTimeline()!;

        Assert.That(timeline.Bins, Is.InRange(1, 240));
        Assert.That(timeline.Bins * timeline.BinSeconds, Is.InRange(seconds, (2 * seconds) + 0.2));
        Assert.That(timeline.Rates.Single().Counts, Has.Length.EqualTo(timeline.Bins));
        Assert.That(timeline.Rates.Single().Counts.Sum(), Is.EqualTo(packets));
    }

    [Test]
    public void A_signal_group_changes_when_its_lamps_do_and_a_dark_lamp_is_no_change()
    {
        var scan = new TimelineScan();
        scan.Observe(Seen("bench.clock", 0, new SignalGroupsContent([new("asc1", "rsu1", 1, [new(2, 2, null), new(10, null, 2)])])));
        scan.Observe(Lamps(0, greens: 0, yellows: 0, reds: 2));
        scan.Observe(Lamps(1, greens: 2, yellows: 0, reds: 0));
        scan.Observe(Lamps(2, greens: 0, yellows: 0, reds: 0));
        scan.Observe(Lamps(3, greens: 2, yellows: 0, reds: 0));
        scan.Observe(Lamps(4, greens: 0, yellows: 2, reds: 0));

        var signal = scan.ToTimeline()!.Signals.Single();

        Assert.That((signal.Device, signal.Group, signal.Pedestrian), Is.EqualTo(("asc1", 2, false)));
        Assert.That(signal.Changes.Select(step => (step.Shows, (step.At - Start).TotalSeconds)), Is.EqualTo([("red", 0.0), ("green", 1.0), ("yellow", 4.0)]));
    }

    [Test]
    public void Calls_are_marked_when_they_rise_and_the_plan_when_it_changes()
    {
        var scan = new TimelineScan();
        scan.Observe(Seen("asc1.detectors", 0, new DetectorContent(new DetectorInputs(0, 0b10, 0, 1))));
        scan.Observe(Seen("asc1.detectors", 1, new DetectorContent(new DetectorInputs(1, 0b1010, 0b1, 1))));
        scan.Observe(Seen("asc1.detectors", 2, new DetectorContent(new DetectorInputs(2, 0, 0, 2))));

        Assert.That(
            scan.ToTimeline()!.Stimuli.Select(mark => (mark.Kind, mark.Number)),
            Is.EqualTo([("vehicle call", 2), ("plan", 1), ("vehicle call", 4), ("pedestrian call", 1), ("plan", 2)]));
    }

    [Test]
    public void Changes_beyond_500_are_counted_not_kept()
    {
        var scan = new TimelineScan();
        scan.Observe(Seen("bench.clock", 0, new SignalGroupsContent([new("asc1", "rsu1", 1, [new(1, 1, null)])])));
        for (var i = 0; i < 700; i++)
        {
            scan.Observe(Lamps(i, greens: (ushort)(i % 2), yellows: 0, reds: (ushort)((i + 1) % 2)));
        }

        var signal = scan.ToTimeline()!.Signals.Single();

        Assert.That((signal.Changes.Length, signal.Omitted), Is.EqualTo((500, 200L)));
    }

    private static Observation Lamps(double seconds, ushort greens, ushort yellows, ushort reds) =>
        Seen("asc1.lamps", seconds, new LampContent(new LampStates((uint)seconds, reds, yellows, greens, 0, 0, 0)));

    private static Observation Seen(string tap, double seconds, Content content) =>
        new(1, tap, Start + TimeSpan.FromSeconds(seconds), StampSource.Virtual, Direction.FromDevice, ReadOnlyMemory<byte>.Empty, content);
}
