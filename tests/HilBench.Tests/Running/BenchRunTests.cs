using HilBench.Links;
using HilBench.Observing;
using HilBench.Running;
using HilBench.Scenarios;
using HilBench.Wire.J2735;

namespace HilBench.Tests.Running;

/// <summary>What the bench does to a rig, seen by devices that only write down what they get.</summary>
internal sealed class BenchRunTests
{
    private static readonly Scenario Short = ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"));

    [Test]
    public void The_map_is_installed_at_the_start_and_again_with_the_next_revision_when_it_changes()
    {
        var notes = Run(Short).Notes;

        var maps = notes.Stored.Select(stored => (stored.At, Map: (MapData)MessageFrame.Decode(stored.Message.Payload.Span).Value.Value)).ToArray();
        Assert.That(maps.Select(stored => stored.At.TotalSeconds), Is.EqualTo([0.0, 100.0]));
        Assert.That(maps.Select(stored => stored.Map.MsgIssueRevision), Is.EqualTo([1, 2]));
        Assert.That(maps.Select(stored => stored.Map.Intersections!.Value[0].Revision), Is.EqualTo([1, 2]));
        Assert.That(notes.Stored.Select(stored => stored.Message.TxIntervalSeconds), Is.All.EqualTo(1));
    }

    [Test]
    public void Messages_are_handed_over_at_their_rate_each_with_a_payload_of_its_own()
    {
        var forwarded = Run(Short).Notes.Forwarded;

        Assert.That(forwarded, Has.Count.EqualTo(300));
        Assert.That(forwarded[0].At, Is.EqualTo(TimeSpan.FromSeconds(20)));
        Assert.That(forwarded.Zip(forwarded.Skip(1), (one, next) => (next.At - one.At).TotalMilliseconds), Is.All.EqualTo(100));
        Assert.That(forwarded.Select(message => Convert.ToHexString(message.Message.Payload.Span)), Is.Unique);
        var spat = (SPAT)MessageFrame.Decode(forwarded[0].Message.Payload.Span).Value.Value;
        Assert.That(spat.Intersections[0].Id.Id, Is.EqualTo(9001));
    }

    [Test]
    public void Positions_are_reported_at_10_Hz_while_the_vehicle_is_on_the_site_and_agree_with_the_truth()
    {
        var (notes, capture) = Run(Short);

        var truth = capture.Where(packet => packet.Tap == "truth").Select(packet => (TruthContent)packet.Content).ToArray();
        Assert.That(notes.Fixes, Has.Count.InRange(480, 540));
        Assert.That(notes.Fixes.Zip(notes.Fixes.Skip(1), (one, next) => (next.Utc - one.Utc).TotalMilliseconds), Is.All.EqualTo(100));
        Assert.That(truth, Has.Length.EqualTo(notes.Fixes.Count));
        Assert.That(notes.Fixes.Zip(truth, (fix, state) => Math.Abs(fix.Latitude - state.Vehicles[0].Latitude)), Is.All.LessThan(1e-8));
        Assert.That(notes.Fixes.Zip(truth, (fix, state) => Math.Abs(fix.SpeedMetresPerSecond - state.Vehicles[0].SpeedMetresPerSecond)), Is.All.LessThan(1e-3));
    }

    [Test]
    public void The_plan_is_changed_when_the_scenario_says_so()
    {
        var inputs = Run(Short).Notes.Inputs;

        Assert.That(inputs[0].At, Is.EqualTo(TimeSpan.Zero));
        Assert.That(inputs.Where(input => input.Inputs.Plan == 2).Min(input => input.At), Is.EqualTo(TimeSpan.FromSeconds(90)));
        Assert.That(inputs.Select(input => input.Inputs.Sequence), Is.EqualTo(Enumerable.Range(0, inputs.Count)));
        Assert.That(inputs.Aggregate(0, (seen, input) => seen | input.Inputs.VehicleCalls), Is.EqualTo(0xFF), "phases called");
    }

    [Test]
    public void The_capture_says_what_the_signal_groups_show_and_where_a_complete_run_ends()
    {
        var capture = Run(Short).Capture;

        var groups = (SignalGroupsContent)capture[0].Content;
        Assert.That(capture[^1].Content, Is.InstanceOf<RunEndContent>());
        Assert.That((capture[^1].At - capture[0].At).TotalSeconds, Is.EqualTo(180));
        Assert.That(groups.Intersections.Single().Groups, Has.Length.EqualTo(12));
        Assert.That(groups.Intersections.Single().Controller, Is.EqualTo("asc1"));
        Assert.That(groups.Intersections.Single().Rsu, Is.EqualTo("rsu1"));
    }

    [Test]
    public void One_seed_gives_one_run_and_another_seed_another()
    {
        var first = Run(Short).Notes.Text;

        Assert.That(Run(Short).Notes.Text, Is.EqualTo(first));
        Assert.That(Run(Short with { Seed = 2 }).Notes.Text, Is.Not.EqualTo(first));
    }

    [Test]
    public void A_run_that_is_ended_early_has_no_end_mark_and_says_so()
    {
        using var cancellation = new CancellationTokenSource();
        var seconds = 0;

        var (notes, capture) = Run(Short, _ =>
        {
            if (++seconds == 30)
            {
                cancellation.Cancel();
            }
        }, cancellation.Token);

        Assert.That(notes.Complete, Is.False);
        Assert.That(capture.Where(packet => packet.Content is RunEndContent), Is.Empty);
        Assert.That((capture[^1].At - capture[0].At).TotalSeconds, Is.InRange(28, 31));
    }

    [Test]
    public void Progress_is_told_each_second_with_what_runs()
    {
        var told = new List<RunProgress>();
        Run(Short, told.Add);

        Assert.That(told, Has.Count.InRange(181, 182));
        Assert.That(told[^1].Done, Is.EqualTo(TimeSpan.FromMinutes(3)));
        Assert.That(told.Select(progress => progress.Done), Is.Ordered);
        Assert.That(told.Single(progress => progress.Done == TimeSpan.FromSeconds(30)).Now, Is.EqualTo("plan 1, car1, forwarding to rsu1"));
    }

    private static (RigNotes Notes, Observation[] Capture) Run(Scenario scenario, Action<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var stream = new MemoryStream();
        using var loop = EventLoop.CreateVirtual(Instant.FromUtc(scenario.Start));
        var notes = new RigNotes(loop, scenario);
        using (var capture = CaptureWriter.Create(stream, "capture", "test", []))
        {
            loop.Run(async () =>
            {
                var run = new BenchRun(loop, scenario, notes.Rig, new RunRecorder(capture)) { Progress = progress };
                notes.Complete = await run.ExecuteAsync(loop.Now, cancellation);
            });
        }

        using var reader = CaptureReader.Read(new MemoryStream(stream.ToArray()), "capture");
        return (notes, [.. reader.Packets().Select(ObservationReader.Read)]);
    }
}
