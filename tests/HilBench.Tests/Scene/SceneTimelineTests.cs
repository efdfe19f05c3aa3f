using HilBench.Observing;
using HilBench.Scene;

namespace HilBench.Tests.Scene;

/// <summary>What is drawn, before it is drawn.</summary>
internal sealed class SceneTimelineTests
{
    [Test]
    public async Task A_moment_has_the_site_the_lamps_and_the_time_to_change()
    {
        var moment = await SceneRecordings.MomentAsync(SceneRecordings.AtRed);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(moment.Elapsed, Is.EqualTo(SceneRecordings.AtRed));
        Assert.That(moment.Site!.Lanes, Has.Length.EqualTo(16));
        Assert.That(moment.Signals.Where(signal => signal.State == SignalState.Green).Select(signal => signal.Group), Is.EqualTo([4, 8]));
        Assert.That(moment.Signals, Has.All.Matches<SceneSignal>(signal => signal!.Source == "lamps" && !signal.IsContradicted && signal.MinSeconds is not null));
        Assert.That(moment.Messages.Select(message => message.Kind).Distinct(StringComparer.Ordinal), Is.EquivalentTo(["BSM", "SPAT"]));
    }

    [Test]
    public async Task A_claim_that_is_off_is_measured_against_the_truth()
    {
        var moment = await SceneRecordings.PositionErrorAsync();

        // 540 and 880 tenths of a microdegree at 42.3 degrees north: 6.00 m and 7.25 m.
        Assert.That(moment.Vehicles.Single().ErrorMetres, Is.EqualTo(9.41).Within(0.1));
    }

    [Test]
    public async Task A_recording_read_for_many_moments_gives_what_a_timeline_gives_for_each()
    {
        var capture = Path.Combine(await SceneRecordings.EvidenceAsync(), "capture.pcapng");
        var (first, last) = SceneRecording.Range(capture);
        var moments = SceneRecording.Moments(capture, [first + TimeSpan.FromSeconds(20), first + SceneRecordings.AtRed, last]).ToList();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(moments.Select(moment => moment.At), Is.EqualTo([first + TimeSpan.FromSeconds(20), first + SceneRecordings.AtRed, last]));
        Assert.That(moments[1].Signals, Is.EqualTo((await SceneRecordings.MomentAsync(SceneRecordings.AtRed)).Signals));
    }

    [Test]
    public async Task Without_lamps_and_feed_the_SPaT_is_believed_and_named()
    {
        var moment = await SceneRecordings.MomentAsync(
            SceneRecordings.AtRed,
            observation => observation.Content is LampContent or TscbmContent ? observation with { Content = new UndecodedContent("nothing", "taken out", 0) } : observation);

        Assert.That(moment.Signals, Has.All.Matches<SceneSignal>(signal => signal!.Source == "SPaT" && signal.State != SignalState.Unknown));
    }
}
