using HilBench.Scene;
using HilBench.Tests.Scene;
using HilBench.Watch.Serving;

namespace HilBench.Tests.Watch;

/// <summary>The pictures of the live page.</summary>
[Category("Peer")]
internal sealed class SceneFeedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [OneTimeSetUp]
    public void RequireOpenGl() => SceneRecordings.RequireOpenGl();

    [Test]
    public async Task Light_and_dark_watchers_both_get_each_its_own_pictures()
    {
        var capture = Path.Combine(await SceneRecordings.EvidenceAsync(), "capture.pcapng");
        var (first, _) = SceneRecording.Range(capture);
        var moments = SceneRecording.Moments(capture, [.. Enumerable.Range(20, 4).Select(second => first + TimeSpan.FromSeconds(second))]).ToArray();
        using var feed = new SceneFeed(TimeProvider.System);
        var (light, dark) = (0L, 0L);

        foreach (var moment in moments)
        {
            feed.Show(moment);
            var pictures = await Task.WhenAll(feed.NewerAsync(dark: false, light, CancellationToken.None), feed.NewerAsync(dark: true, dark, CancellationToken.None)).WaitAsync(Patience);
            (light, dark) = (pictures[0]!.Value.Number, pictures[1]!.Value.Number);
            Assert.That(pictures[0]!.Value.Jpeg, Is.EqualTo(Alone(moment, dark: false)), "as a renderer draws it that has the thread for itself");
            Assert.That(pictures[1]!.Value.Jpeg, Is.EqualTo(Alone(moment, dark: true)));
        }
    }

    [Test]
    public async Task Who_waits_is_told_when_no_picture_will_come()
    {
        using var feed = new SceneFeed(TimeProvider.System);
        var waiting = feed.NewerAsync(dark: false, 0, CancellationToken.None);

        feed.Close();

        Assert.That(await waiting.WaitAsync(Patience), Is.Null);
    }

    private static byte[] Alone(SceneMoment moment, bool dark)
    {
        using var renderer = new SceneRenderer(new SceneStyle(Width: 960, Height: 600, Dark: dark));
        return renderer.Draw(moment).ToJpeg();
    }
}
