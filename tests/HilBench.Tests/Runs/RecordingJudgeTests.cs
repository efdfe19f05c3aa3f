using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Tests.Runs;

/// <summary>What a run would say if it ended now can be asked at any time, and changes nothing of what it says at its end.</summary>
internal sealed class RecordingJudgeTests
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(7);
    private DirectoryInfo _parent = null!;

    [SetUp]
    public void CreateFolder() => _parent = Directory.CreateTempSubdirectory("hilbench-judge-");

    [TearDown]
    public void DeleteFolder() => _parent.Delete(recursive: true);

    [TestCase("skip-yellow", "ifm-drop-tenth", "sec-mark-out-of-range")]
    [TestCase("ifm-alter", "spat-delay-400ms", "bsm-jitter-20ms")]
    [TestCase("ifm-duplicate", "spat-drop-fifth", "feed-gap")]
    public void Asking_in_between_changes_nothing(params string[] wanted)
    {
        var (header, packets, taps) = Record(wanted);
        var asked = new RecordingJudge(header, EvidenceLevel.Reduced);
        var unasked = new RecordingJudge(header, EvidenceLevel.Reduced);
        var next = packets[0].At + Between;
        var compared = 0;

        foreach (var packet in packets)
        {
            var observation = ObservationReader.Read(packet);
            asked.Observe(observation);
            unasked.Observe(observation);
            if (packet.At >= next)
            {
                next += Between;
                var early = asked.SoFar(taps);
                if (++compared % 8 == 0)
                {
                    Assert.That(Encode(early), Is.EqualTo(Encode(Judge(header, packets.TakeWhile(other => other.Number <= packet.Number), taps))), $"as one who reads no further than packet {packet.Number}");
                }
            }
        }

        Assert.That(compared, Is.GreaterThan(20));
        Assert.That(Encode(asked.SoFar(taps)), Is.EqualTo(Encode(unasked.SoFar(taps))));
        Assert.That(asked.SoFar(taps).Purposes.Sum(purpose => purpose.FindingCount), Is.Positive, "there was something to count twice");
    }

    private (RunHeader Header, CapturedPacket[] Packets, IReadOnlyList<TapInterface> Taps) Record(string[] wanted)
    {
        var outcome = RunLauncher.Execute(
            new RunRequest
            {
                ScenarioFile = Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"),
                Rig = Repository.PathOf("rigs/emulated"),
                OutFolder = Path.Combine(_parent.FullName, "run"),
                Evidence = EvidenceLevel.Reduced,
                Defects = [.. wanted],
            },
            CancellationToken.None);
        using var reader = CaptureReader.Open(Path.Combine(outcome.Folder, EvidenceFolder.Capture));
        return (outcome.Header, [.. reader.Packets()], reader.Taps);
    }

    private static RunRecord Judge(RunHeader header, IEnumerable<CapturedPacket> packets, IReadOnlyList<TapInterface> taps)
    {
        var judge = new RecordingJudge(header, EvidenceLevel.Reduced);
        foreach (var packet in packets)
        {
            judge.Observe(ObservationReader.Read(packet));
        }

        return judge.SoFar(taps);
    }

    private static byte[] Encode(RunRecord record) => RunRecordFile.Encode(record with { Times = new RunTimes(default, default) });
}
