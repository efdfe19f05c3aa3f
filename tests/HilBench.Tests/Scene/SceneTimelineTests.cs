using HilBench.Asn1;
using HilBench.Observing;
using HilBench.Scene;
using HilBench.Wire.J2735;

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
        var moment = await SceneRecordings.MomentAsync(SceneRecordings.AtRed, ClaimsOff(-540, 880));

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

    [Test]
    public async Task A_unit_that_takes_its_position_once_a_second_is_behind_by_what_it_drove_since()
    {
        var moment = await SceneRecordings.PositionErrorAsync();
        var car = moment.Vehicles.Single(vehicle => vehicle.Name == "car1");

        // 950 ms after a fix, less the age of the BSM, braking from 11.5 to 9 m/s.
        Assert.That(car.ErrorMetres, Is.InRange(7, 11));
        Assert.That(car.Claim!.Value.Place.North, Is.LessThan(car.Truth!.Value.Place.North - 6), "behind it: it comes from the south");
    }

    [Test]
    public async Task A_vehicle_that_crosses_its_stop_line_at_red_is_told_for_five_seconds()
    {
        var before = await SceneRecordings.RedLightRunnerAsync(TimeSpan.FromSeconds(22.5));
        var after = await SceneRecordings.RedLightRunnerAsync();
        var later = await SceneRecordings.RedLightRunnerAsync(SceneRecordings.AfterTheRed + TimeSpan.FromSeconds(5.2));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(before.Vehicles.Select(vehicle => vehicle.RanRedOf), Is.All.Null, "still before the line");
        Assert.That(after.Vehicles.Select(vehicle => (vehicle.Name, vehicle.RanRedOf)), Is.EquivalentTo([("van", (int?)2), ("car", null), ("taxi", null)]));
        Assert.That(later.Vehicles.Select(vehicle => vehicle.RanRedOf), Is.All.Null, "the taxi crossed at green");
    }

    [Test]
    public async Task Without_lamps_nobody_is_said_to_have_run_a_red()
    {
        var moment = await SceneRecordings.RedLightRunnerAsync(change: Without<LampContent>);

        Assert.That(moment.Signals.Single(signal => signal.Group == 2).State, Is.EqualTo(SignalState.Red), "the feed says so");
        Assert.That(moment.Vehicles.Select(vehicle => vehicle.RanRedOf), Is.All.Null);
    }

    [Test]
    public async Task A_vehicle_without_a_unit_has_the_size_that_the_truth_tells()
    {
        var bus = (await SceneRecordings.QueueAsync()).Vehicles.Single(vehicle => vehicle.Name == "bus");

        Assert.That((bus.Device, bus.Claim, bus.LengthMetres, bus.WidthMetres), Is.EqualTo(((string?)null, (ScenePose?)null, 12.0, 2.5)));
    }

    private static Observation Without<T>(Observation observation)
        where T : Content => observation.Content is T ? observation with { Content = new UndecodedContent("nothing", "taken out", 0) } : observation;

    // BSMs that say a place farther north and east than the unit was told, in tenths of a microdegree.
    private static Func<Observation, Observation> ClaimsOff(int latitude, int longitude) => observation =>
    {
        if (observation.Content is not AirContent { Frame: { Value.Value: BasicSafetyMessage bsm } frame } air)
        {
            return observation;
        }

        var moved = bsm with { CoreData = bsm.CoreData with { Lat = bsm.CoreData.Lat + latitude, Long = bsm.CoreData.Long + longitude } };
        return observation with { Content = air with { Frame = new Decoded<MessageFrame>(frame.Value with { Value = moved }, null, frame.BitsConsumed) } };
    };
}
