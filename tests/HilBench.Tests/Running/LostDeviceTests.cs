using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Rigs;
using HilBench.Running;
using HilBench.Runs;
using HilBench.Scenarios;
using HilBench.Wire.ImmediateForward;

namespace HilBench.Tests.Running;

/// <summary>Devices that refuse, disappear or change during a run: the run goes on, and the record says so.</summary>
internal sealed class LostDeviceTests
{
    private static readonly Scenario Short = ScenarioFile.Read(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml")) with { Length = TimeSpan.FromSeconds(30) };

    [Test]
    public void A_device_that_refuses_is_told_once_and_the_run_goes_on()
    {
        var (record, observations) = Run(new Unit { Refusal = "the agent at 127.0.0.1:161 did not answer; is it on?" });

        Assert.That(Faults(observations), Is.EqualTo(["rsu1: the agent at 127.0.0.1:161 did not answer; is it on?"]));
        Assert.That(record.Complete);
        Assert.That(record.DeviceFaults.Select(fault => fault.Device), Is.EqualTo(["rsu1"]));
        Assert.That(record.Purposes.Select(purpose => purpose.Verdict), Is.All.EqualTo(Verdict.Inconclusive));
        Assert.That(record.Purposes.Select(purpose => purpose.Reason), Is.All.Contains("did not answer; is it on?"));
    }

    [Test]
    public void A_link_that_is_lost_in_mid_run_is_told_once()
    {
        var (record, observations) = Run(new Unit { LostAfter = TimeSpan.FromSeconds(10) });

        Assert.That(Faults(observations), Is.EqualTo(["rsu1: the line was cut"]));
        Assert.That(record.DeviceFaults[0].At, Does.StartWith((Short.Start + TimeSpan.FromSeconds(10)).ToString("yyyy-MM-ddTHH:mm:ss", null)));
    }

    [Test]
    public void A_device_that_stays_what_it_was_is_attested()
    {
        var (record, _) = Run(new Unit());

        Assert.That(record.NotReportable, Is.Empty);
        Assert.That(record.Attestations.Single().Holds);
        Assert.That(record.Attestations.Single().Items, Is.EqualTo([new ConfigurationItem("firmware", "1.0"), new ConfigurationItem("mode", "operate")]));
        Assert.That(record.Verdict, Is.EqualTo(Verdict.None), "nothing here can be judged, and nothing speaks against reporting");
    }

    [Test]
    public void A_device_that_changes_during_the_run_makes_it_not_reportable_and_the_difference_is_shown()
    {
        var (record, _) = Run(new Unit { After = [new("firmware", "1.1"), new("mode", "operate"), new("reboots", "1")] });

        Assert.That(record.NotReportable, Is.EqualTo(["rsu1 was not the same before and after the run: firmware was 1.0, is 1.1; reboots was not there, is 1."]));
        Assert.That(record.Attestations.Single().Holds, Is.False);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Inconclusive));
    }

    [Test]
    public void A_device_that_states_nothing_after_the_run_makes_it_not_reportable()
    {
        var (record, _) = Run(new Unit { After = null });

        Assert.That(record.NotReportable, Has.Length.EqualTo(1).And.One.StartsWith("rsu1 did not state its configuration after the run"));
        Assert.That(record.DeviceFaults.Select(fault => fault.Reason), Is.EqualTo(["the agent is silent"]));
    }

    [Test]
    public void A_full_disk_is_no_fault_of_the_device()
    {
        Assert.That(
            () => Run(new Unit { Broken = new CaptureException("no space left on device") }),
            Throws.TypeOf<CaptureException>().With.Message.EqualTo("no space left on device"));
    }

    private static string[] Faults(IEnumerable<Observation> observations) =>
        [.. observations.Select(observation => observation.Content).OfType<DeviceFaultContent>().Select(fault => $"{fault.Device}: {fault.Reason}")];

    private static (RunRecord Record, List<Observation> Observations) Run(Unit unit)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-lost");
        var file = Path.Combine(folder.FullName, EvidenceFolder.Capture);
        try
        {
            using var loop = EventLoop.CreateVirtual(Instant.FromUtc(Short.Start));
            var notes = new RigNotes(loop, Short);
            unit.Plan = notes.Rig.Plan.Devices.OfType<RoadSideUnitPlan>().Single();
            unit.Loop = loop;
            IDevice[] others = [.. notes.Rig.Having<IDevice>().Where(device => device.Plan.Name != "rsu1")];
            var rig = new Rig(notes.Rig.Plan, [.. others, unit], _ => { }, [unit], []);
            using (var capture = CaptureWriter.Create(file, "hilbench test", []))
            {
                loop.Run(async () =>
                {
                    var run = new BenchRun(loop, Short, rig, new RunRecorder(capture));
                    await run.AttestAsync(CancellationToken.None);
                    await run.ExecuteAsync(loop.Now, CancellationToken.None);
                });
            }

            using var reader = CaptureReader.Open(file);
            return (RunJudge.Judge(file, header: null, EvidenceLevel.Reduced), [.. reader.Packets().Select(ObservationReader.Read)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class Unit : IStoreAndRepeat, IImmediateForward, IAttestable, IDeviceWatch
    {
        private static readonly ImmutableArray<ConfigurationItem> Before = [new("firmware", "1.0"), new("mode", "operate")];
        private int _stated;

        public DevicePlan Plan { get; set; } = null!;

        public EventLoop Loop { get; set; } = null!;

        public string Device => Plan.Name;

        public string? Refusal { get; init; }

        public Exception? Broken { get; init; }

        public TimeSpan? LostAfter { get; init; }

        public ImmutableArray<ConfigurationItem>? After { get; init; } = Before;

        public string? Fault => LostAfter is { } after && Loop.Now >= Instant.FromUtc(Short.Start) + after ? "the line was cut" : null;

        public Task StoreAsync(ImmediateForwardMessage message, CancellationToken cancellation) => AnswerAsync();

        public Task ForwardAsync(ImmediateForwardMessage message, CancellationToken cancellation) => AnswerAsync();

        public Task<ImmutableArray<ConfigurationItem>> ReadConfigurationAsync(CancellationToken cancellation) => _stated++ == 0
            ? Task.FromResult(Before)
            : After is { } items ? Task.FromResult(items) : Task.FromException<ImmutableArray<ConfigurationItem>>(new RigException("the agent is silent"));

        private Task AnswerAsync() => Broken is not null ? Task.FromException(Broken)
            : Refusal is not null ? Task.FromException(new RigException(Refusal))
            : Task.CompletedTask;
    }
}
