using HilBench.Scene;

namespace HilBench.Tests.Scene;

/// <summary>
/// Pictures as they were looked at and found good. Tolerance, for other versions of the software renderer: a mean difference of 1 of 255, and
/// a share of 0.2 % of pixels that differ by more than 64 in a channel.
/// </summary>
[Category("Peer")]
internal sealed class GoldenSceneTests
{
    private const double MeanTolerance = 1;
    private const double ShareTolerance = 0.002;
    private const int Visible = 64;

    private static readonly SceneStyle Style = new(640, 400, ReachMetres: 40);

    [OneTimeSetUp]
    public void RequireOpenGl() => SceneRecordings.RequireOpenGl();

    [Test]
    public async Task A_red_light_runner_looks_as_it_did() => Check("red-light-runner", await SceneRecordings.RedLightRunnerAsync(), Style);

    [Test]
    public async Task A_queue_at_the_stop_line_looks_as_it_did() =>
        Check("queue", await SceneRecordings.QueueAsync(), Style with { View = SceneView.Angle });

    [Test]
    public async Task A_position_error_looks_as_it_did() => Check("position-error", await SceneRecordings.PositionErrorAsync(), Style with { Dark = true });

    [Test]
    public async Task A_queue_that_is_one_vehicle_shorter_is_not_the_same_picture()
    {
        var (mean, share) = Difference(
            Draw(await SceneRecordings.QueueAsync(), Style), Draw(await SceneRecordings.QueueAsync(4), Style));

        Assert.That(mean > MeanTolerance || share > ShareTolerance, Is.True, $"mean {mean}, share {share}");
    }

    [Test]
    public async Task A_moment_drawn_twice_is_the_same_picture()
    {
        using var renderer = new SceneRenderer(Style);
        var moment = await SceneRecordings.PositionErrorAsync();

        Assert.That(renderer.Draw(moment).Pixels.SequenceEqual(renderer.Draw(moment).Pixels), Is.True);
    }

    private static ScenePicture Draw(SceneMoment moment, SceneStyle style)
    {
        using var renderer = new SceneRenderer(style);
        return renderer.Draw(moment);
    }

    private static void Check(string name, SceneMoment moment, SceneStyle style)
    {
        var picture = Draw(moment, style);
        var golden = Repository.PathOf($"tests/HilBench.Tests/Scene/{name}.golden.png");
        if (Environment.GetEnvironmentVariable("HILBENCH_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllBytes(golden, picture.ToPng());
        }

        var (mean, share) = Difference(ScenePicture.Read(File.ReadAllBytes(golden)), picture);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(mean, Is.LessThanOrEqualTo(MeanTolerance), $"{name}: mean difference of a channel");
        Assert.That(share, Is.LessThanOrEqualTo(ShareTolerance), $"{name}: share of pixels that differ; if the change is wanted, run with HILBENCH_UPDATE_GOLDEN=1 and look at it");
    }

    private static (double Mean, double Share) Difference(ScenePicture one, ScenePicture other)
    {
        Assert.That((other.Width, other.Height), Is.EqualTo((one.Width, one.Height)));
        var (sum, differ) = (0L, 0);
        for (var pixel = 0; pixel < one.Pixels.Length; pixel += 4)
        {
            var most = 0;
            for (var channel = 0; channel < 3; channel++)
            {
                var difference = Math.Abs(one.Pixels[pixel + channel] - other.Pixels[pixel + channel]);
                sum += difference;
                most = Math.Max(most, difference);
            }

            differ += most > Visible ? 1 : 0;
        }

        return (sum / (one.Pixels.Length * 0.75), differ / (one.Pixels.Length * 0.25));
    }
}
