using System.Collections.Immutable;
using HilBench.Drivers.UpperTester;
using HilBench.Rigs;
using HilBench.Tests.Emulators.Etsi;
using HilBench.Wire.UpperTester;

namespace HilBench.Tests.Drivers.UpperTester;

/// <summary>The bench's end of the Upper Tester: what is done, what is not, and what is only said to be.</summary>
internal sealed class UpperTesterDriverTests
{
    private static readonly DenmTrigger Breakdown = new() { DetectionTime = 1, Cause = 94, SubCause = 2 };

    [Test]
    public void A_DENM_is_begun_changed_and_ended_and_the_air_shows_each()
    {
        using var bed = new StationBed();
        var proven = Proven(bed, out _);

        bed.Loop.Run(async () =>
        {
            var driving = bed.DriveAsync(5);
            await Task.Delay(TimeSpan.FromMilliseconds(200), bed.Loop.Time);
            var begun = await proven.TriggerAsync(Breakdown, CancellationToken.None);
            var action = begun.Denm!.Denm.Management.ActionID;
            var changed = await proven.UpdateAsync(
                new DenmUpdate { StationId = StationBed.StationId, SequenceNumber = action.SequenceNumber, DetectionTime = 7, RelevanceDistance = 0 }, CancellationToken.None);
            Assert.That(changed.Denm!.Denm.Management.RelevanceDistance, Is.EqualTo(HilBench.Wire.Etsi.Release1.RelevanceDistance.LessThan50m));
            var ended = await proven.TerminateAsync(new DenmTermination(StationBed.StationId, action.SequenceNumber), CancellationToken.None);
            Assert.That(ended.Denm!.Denm.Management.Termination, Is.Not.Null);
            var faster = await proven.ChangeAsync(new CamTrigger(UpperTesterMessageType.CamStationType, 6), cam => cam.Cam.CamParameters.BasicContainer.StationType == 6, CancellationToken.None);
            Assert.That(faster.Source.ToArray(), Is.EqualTo(StationBed.Mac));
            await driving;
        });
    }

    [TestCase("ut-silent", "sta1.ut.a: no answer to denm-trigger within 1 s. Check that the device's Upper Tester is switched on")]
    [TestCase("ut-late-3s", "sta1.ut.a: no answer to denm-trigger within 1 s")]
    [TestCase("ut-fails", "was answered with 'not done'. Check that its values are allowed")]
    [TestCase("ut-only-says-done", "sta1: denm-trigger was answered with 'done', but the air did not show it within 2 s")]
    public void A_station_that_does_not_do_it_is_told_apart_from_one_that_only_says_so(string personality, string message)
    {
        using var bed = new StationBed([personality]);
        var proven = Proven(bed, out _);

        bed.Loop.Run(async () =>
        {
            var driving = bed.DriveAsync(3);
            await Assert.ThatAsync(async () => await proven.TriggerAsync(Breakdown, CancellationToken.None), Throws.InstanceOf<RigException>().With.Message.Contains(message));
            await driving;
        });
    }

    [TestCase("ut-longitude-moves-latitude")]
    [TestCase("ut-pseudonym-keeps-mac")]
    public void A_station_that_does_something_else_than_it_says_is_found_on_the_air(string personality)
    {
        using var bed = new StationBed([personality]);
        var proven = Proven(bed, out _);

        bed.Loop.Run(async () =>
        {
            var driving = bed.DriveAsync(5);
            await Task.Delay(TimeSpan.FromMilliseconds(200), bed.Loop.Time);
            await Assert.ThatAsync(
                async () => await (personality == "ut-pseudonym-keeps-mac"
                    ? proven.SendAsync(
                        new PlainMessage(UpperTesterMessageType.ChangePseudonym),
                        packet => packet.Cam is { } cam && cam.Header.StationID != StationBed.StationId && !packet.Source.Span.SequenceEqual(StationBed.Mac),
                        CancellationToken.None)
                    : proven.ChangeAsync(
                        new ChangePosition(0, 5000, 0), cam => cam.Cam.CamParameters.BasicContainer.ReferencePosition.Longitude == 110_005_000, CancellationToken.None)),
                Throws.InstanceOf<UpperTesterException>().With.Message.Contains("but the air did not show it"));
            await driving;
        });
    }

    [Test]
    public void A_request_that_the_station_does_not_know_is_told_with_the_profile()
    {
        using var bed = new StationBed(["ut-no-cam-triggers"]);
        _ = Proven(bed, out var driver);

        bed.Loop.Run(async () =>
        {
            await Assert.ThatAsync(
                async () => await driver.AskAsync(new CamTrigger(UpperTesterMessageType.CamSpeed, 1), CancellationToken.None),
                Throws.InstanceOf<UpperTesterException>().With.Message.Contains("cam-speed was answered with 'not supported'").And.Message.Contains("etsi-1.5.1"));
        });
    }

    [Test]
    public void A_station_of_another_profile_is_told_with_the_octets_that_came()
    {
        using var bed = new StationBed(profile: "etsi-2015");
        var driver = new UpperTesterDriver(bed.Loop, Plan, bed.Tester, UpperTesterProfile.Load("etsi-1.5.1"), TimeSpan.FromSeconds(1));

        bed.Loop.Run(async () =>
        {
            var driving = bed.DriveAsync(2);
            await Task.Delay(TimeSpan.FromMilliseconds(200), bed.Loop.Time);
            await Assert.ThatAsync(
                async () => await driver.AskAsync(new BtpTrigger(UpperTesterMessageType.BtpA, 1, 2), CancellationToken.None),
                Throws.InstanceOf<UpperTesterException>().With.Message.Contains("what came was 6101: octet 0: the profile etsi-1.5.1 has no message with code 61"));
            await driving;
        });
    }

    [Test]
    public void Requests_take_turns_and_events_are_told_meanwhile()
    {
        using var bed = new StationBed();
        _ = Proven(bed, out var driver);
        var answers = new List<UpperTesterMessage>();

        bed.Loop.Run(async () =>
        {
            var driving = bed.DriveAsync(1);
            await Task.WhenAll(Enumerable.Range(0, 5).Select(async i => answers.Add(await driver.AskAsync(new CamTrigger(UpperTesterMessageType.CamSpeed, i), CancellationToken.None))));
            await driving;
        });

        Assert.That(answers, Has.Count.EqualTo(5));
        Assert.That(driver.Unexpected, Is.Zero);
    }

    private static OnBoardUnitPlan Plan { get; } = new()
    {
        Name = "sta1",
        Hosting = DeviceHosting.Process,
        Dut = true,
        Defects = [],
        Address = new DeviceAddress("127.0.0.1", ImmutableDictionary<string, int>.Empty),
        Mac = [.. StationBed.Mac],
    };

    private static ProvenRequests Proven(StationBed bed, out UpperTesterDriver driver)
    {
        driver = new UpperTesterDriver(bed.Loop, Plan, bed.Tester, bed.Profile, TimeSpan.FromSeconds(1));
        var watch = new EtsiAirWatch(bed.Loop);
        bed.Air.Received = watch.Observe;
        return new ProvenRequests(driver, watch, TimeSpan.FromSeconds(2));
    }
}
