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

    private static readonly SceneStyle Small = new(640, 400, ReachMetres: 40);

    private static readonly Dictionary<string, (Func<Task<SceneMoment>> Moment, SceneStyle Style)> Scenes = new(StringComparer.Ordinal)
    {
        ["red-light-runner"] = (() => SceneRecordings.RedLightRunnerAsync(), Small),
        ["queue"] = (SceneRecordings.QueueAsync, Small with { View = SceneView.Angle, ReachMetres = 52 }),
        ["position-error"] = (SceneRecordings.PositionErrorAsync, Small with { Dark = true, ReachMetres = 48 }),
    };

    [OneTimeSetUp]
    public void RequireOpenGl() => SceneRecordings.RequireOpenGl();

    [Test]
    public async Task A_scene_looks_as_it_did([ValueSource(nameof(Names))] string scene)
    {
        var picture = Draw(await Scenes[scene].Moment(), Scenes[scene].Style);
        var golden = Repository.PathOf($"tests/HilBench.Tests/Scene/{scene}.golden.png");
        if (Environment.GetEnvironmentVariable("HILBENCH_UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllBytesAsync(golden, picture.ToPng());
        }

        var (mean, share) = Difference(ScenePicture.Read(await File.ReadAllBytesAsync(golden)), picture);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(mean, Is.LessThanOrEqualTo(MeanTolerance), $"{scene}: mean difference of a channel");
        Assert.That(share, Is.LessThanOrEqualTo(ShareTolerance), $"{scene}: share of pixels that differ; if the change is wanted, run with HILBENCH_UPDATE_GOLDEN=1 and look at it");
    }

    [Test]
    public async Task A_scene_with_one_vehicle_fewer_is_not_the_same_picture([ValueSource(nameof(Names))] string scene)
    {
        var moment = await Scenes[scene].Moment();

        Differs(scene, moment, moment with { Vehicles = moment.Vehicles.RemoveAt(0) });
    }

    [Test]
    public async Task A_scene_with_another_lamp_lit_is_not_the_same_picture([ValueSource(nameof(Names))] string scene)
    {
        var moment = await Scenes[scene].Moment();

        Differs(scene, moment, moment with { Signals = [.. moment.Signals.Select(signal => signal.Group == 2 ? signal with { State = SignalState.Green } : signal)] });
    }

    [Test]
    public async Task A_scene_without_the_claim_or_the_red_that_was_run_is_not_the_same_picture()
    {
        var error = await SceneRecordings.PositionErrorAsync();
        var runner = await SceneRecordings.RedLightRunnerAsync();

        Differs("position-error", error, error with { Vehicles = [.. error.Vehicles.Select(vehicle => vehicle with { Claim = null, ErrorMetres = null })] });
        Differs("red-light-runner", runner, runner with { Vehicles = [.. runner.Vehicles.Select(vehicle => vehicle with { RanRedOf = null })] });
    }

    [Test]
    public async Task A_moment_drawn_twice_is_the_same_picture()
    {
        var moment = await SceneRecordings.PositionErrorAsync();
        using var renderer = new SceneRenderer(Small);

        Assert.That(renderer.Draw(moment).Pixels.SequenceEqual(renderer.Draw(moment).Pixels), Is.True);
    }

    [Test]
    public async Task Names_in_letters_that_the_font_lacks_are_told_apart()
    {
        var moment = await SceneRecordings.RedLightRunnerAsync();

        Differs("red-light-runner", Named(moment, "公交车公交车"), Named(moment, "出租车出租车"));
    }

    private static string[] Names() => [.. Scenes.Keys];

    private static SceneMoment Named(SceneMoment moment, string name) =>
        moment with { Vehicles = [.. moment.Vehicles.Select(vehicle => vehicle with { Name = name })] };

    private static void Differs(string scene, SceneMoment one, SceneMoment other)
    {
        var (mean, share) = Difference(Draw(one, Scenes[scene].Style), Draw(other, Scenes[scene].Style));

        Assert.That(mean > MeanTolerance || share > ShareTolerance, Is.True, $"{scene}: mean {mean}, share {share}");
    }

    private static ScenePicture Draw(SceneMoment moment, SceneStyle style)
    {
        using var renderer = new SceneRenderer(style);
        return renderer.Draw(moment);
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
