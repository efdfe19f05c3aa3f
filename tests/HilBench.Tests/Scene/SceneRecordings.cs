using HilBench.Asn1;
using HilBench.Geometry;
using HilBench.Observing;
using HilBench.Scene;
using HilBench.Tests.Cli;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Scene;

/// <summary>Moments of a recorded run, some with more traffic in them than the emulated rig has.</summary>
internal static class SceneRecordings
{
    /// <summary>A moment of the short scenario at which groups 4 and 8 are green, and car1 stands at the red of group 5.</summary>
    public static readonly TimeSpan AtRed = TimeSpan.FromSeconds(35);

    private static readonly Lazy<Task<string>> Recorded = new(RecordAsync);

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
    public static Task<string> EvidenceAsync() => Recorded.Value;

    /// <summary>The recording up to a time, each observation changed or followed by others.</summary>
    public static async Task<SceneMoment> MomentAsync(TimeSpan at, Func<Observation, Observation>? change = null)
    {
        var timeline = new SceneTimeline();
        using var reader = CaptureReader.Open(Path.Combine(await EvidenceAsync(), "capture.pcapng"));
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

    /// <summary>The bench's truth with more vehicles in it.</summary>
    public static Func<Observation, Observation> With(params (string Name, LocalPoint Place, double Heading, double Speed)[] vehicles) => observation =>
        observation.Content is TruthContent truth
            ? observation with { Content = new TruthContent([.. truth.Vehicles, .. vehicles.Select(Truth)]) }
            : observation;

    /// <summary>BSMs that say a place farther north and east than the unit was told.</summary>
    public static Func<Observation, Observation> ClaimsOff(int latitude, int longitude) => observation =>
    {
        if (observation.Content is not AirContent { Frame: { Value.Value: BasicSafetyMessage bsm } frame } air)
        {
            return observation;
        }

        var moved = bsm with { CoreData = bsm.CoreData with { Lat = bsm.CoreData.Lat + latitude, Long = bsm.CoreData.Long + longitude } };
        return observation with { Content = air with { Frame = new Decoded<MessageFrame>(frame.Value with { Value = moved }, null, frame.BitsConsumed) } };
    };

    /// <summary>The scene of a red-light runner: a van from the south in the box while its group is red.</summary>
    public static Task<SceneMoment> RedLightRunnerAsync() => MomentAsync(AtRed, With(("van", new LocalPoint(5.25, -4), 0, 15.3)));

    /// <summary>The scene of a queue: five vehicles at the red of the through lane from the south.</summary>
    public static Task<SceneMoment> QueueAsync(int length = 5) => MomentAsync(
        AtRed, With([.. Enumerable.Range(0, length).Select(place => ($"q{place + 1}", new LocalPoint(5.25, -17.5 - (6.8 * place)), 0.0, 0.0))]));

    /// <summary>The scene of a position error: the unit claims to be some metres to the north-east.</summary>
    public static Task<SceneMoment> PositionErrorAsync() => MomentAsync(AtRed, ClaimsOff(-540, 880));

    private static VehicleTruth Truth((string Name, LocalPoint Place, double Heading, double Speed) vehicle)
    {
        var place = new TangentPlane(new GeoPoint(42.3005, -83.6985, 250)).ToGeo(vehicle.Place);
        return new VehicleTruth(vehicle.Name, null, place.Latitude, place.Longitude, 250, vehicle.Speed, vehicle.Heading);
    }

    private static async Task<string> RecordAsync()
    {
        var folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"scene-{Guid.NewGuid():N}");
        var (code, _, error) = await Tool.RunAsync("run", Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"), "--out", folder);
        return code == 0 ? folder : throw new InvalidOperationException(error);
    }
}
