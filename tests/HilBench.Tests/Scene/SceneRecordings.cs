using HilBench.Observing;
using HilBench.Scene;
using HilBench.Tests.Cli;

namespace HilBench.Tests.Scene;

/// <summary>Moments of runs that the bench played under the virtual clock.</summary>
internal static class SceneRecordings
{
    /// <summary>A moment of the short scenario at which groups 4 and 8 are green, and car1 stands at the red of group 5.</summary>
    public static readonly TimeSpan AtRed = TimeSpan.FromSeconds(35);

    /// <summary>When the van has run its red, and the car beside it has stopped.</summary>
    public static readonly TimeSpan AfterTheRed = TimeSpan.FromSeconds(23.3);

    private static readonly Lazy<Task<string>> Short = Recorded("four-leg-short");
    private static readonly Lazy<Task<string>> Runner = Recorded("red-light-runner");
    private static readonly Lazy<Task<string>> Queue = Recorded("queue");
    private static readonly Lazy<Task<string>> OnceASecond = Recorded("queue", "mac: 02:00:00:00:20:01", "gnss-1-hz");

    /// <summary>Skips the test where no picture can be drawn.</summary>
    public static void RequireOpenGl()
    {
        try
        {
            new SceneRenderer(new SceneStyle(320, 240)).Dispose();
        }
        catch (SceneException missing)
        {
            Peers.Missing(missing.Message, "apt-get install libegl1 libgl1 libgl1-mesa-dri");
        }
    }

    /// <summary>Evidence of the short scenario on the emulated rig; made once.</summary>
    public static Task<string> EvidenceAsync() => Short.Value;

    /// <summary>The short scenario at a time, each observation changed before it is seen.</summary>
    public static async Task<SceneMoment> MomentAsync(TimeSpan at, Func<Observation, Observation>? change = null) => Moment(await Short.Value, at, change);

    /// <summary>A van drives through its red while a car stops in the lane beside it.</summary>
    public static async Task<SceneMoment> RedLightRunnerAsync(TimeSpan? at = null, Func<Observation, Observation>? change = null) =>
        Moment(await Runner.Value, at ?? AfterTheRed, change);

    /// <summary>Five vehicles, one of them a bus, at the red of the through lane from the south.</summary>
    public static async Task<SceneMoment> QueueAsync() => Moment(await Queue.Value, TimeSpan.FromSeconds(35));

    /// <summary>A unit that takes its position once a second, 950 ms after it did.</summary>
    public static async Task<SceneMoment> PositionErrorAsync() => Moment(await OnceASecond.Value, TimeSpan.FromSeconds(17.95));

    /// <summary>Evidence of a committed scenario on the emulated rig, with a personality of the device whose keys hold a line.</summary>
    public static async Task<string> RecordAsync(string scenario, string? line = null, string? personality = null)
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"scene-{Guid.NewGuid():N}");
        var rig = Repository.PathOf("rigs/emulated/rig.yaml");
        if (line is not null)
        {
            var plan = (await File.ReadAllTextAsync(rig)).Replace($"    {line}\n", $"    {line}\n    personalities: [{personality}]\n", StringComparison.Ordinal);
            rig = Path.Combine(Directory.CreateDirectory($"{folder}-rig").FullName, "rig.yaml");
            await File.WriteAllTextAsync(rig, plan);
        }

        var (code, _, error) = await Tool.RunAsync("run", Repository.PathOf($"fixtures/scenarios/{scenario}.yaml"), "--rig", rig, "--out", folder);
        return code == 0 ? folder : throw new InvalidOperationException(error);
    }

    private static Lazy<Task<string>> Recorded(string scenario, string? line = null, string? personality = null) => new(() => RecordAsync(scenario, line, personality));

    private static SceneMoment Moment(string evidence, TimeSpan at, Func<Observation, Observation>? change = null)
    {
        var timeline = new SceneTimeline();
        using var reader = CaptureReader.Open(Path.Combine(evidence, "capture.pcapng"));
        foreach (var packet in reader.Packets())
        {
            if (timeline.First is { } first && packet.At > first + at)
            {
                return timeline.At(first + at);
            }

            var observation = ObservationReader.Read(packet);
            timeline.Observe(change is null ? observation : change(observation));
        }

        throw new InvalidOperationException("the recording is shorter");
    }
}
