using HilBench.Judging;
using HilBench.Links;
using HilBench.Observing;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Tests.Drivers.Faults;

/// <summary>What the kernel threw away is in the record, and a run that lost evidence is no pass.</summary>
internal sealed class DroppedDatagramsTests
{
    [TestCase(0L, Verdict.None)]
    [TestCase(1L, Verdict.Inconclusive)]
    [TestCase(3L, Verdict.Inconclusive)]
    public void A_loss_is_noted_and_makes_the_run_inconclusive(long dropped, Verdict verdict)
    {
        var record = Judge(BenchMarks.Dropped(dropped));

        Assert.That(record.DroppedDatagrams, Is.EqualTo(dropped));
        Assert.That(record.Verdict, Is.EqualTo(verdict));
        Assert.That(
            record.Notes.Where(note => note.StartsWith($"The kernel threw away {dropped} datagram", StringComparison.Ordinal)).ToArray(),
            Has.Length.EqualTo(dropped > 0 ? 1 : 0));
    }

    [Test]
    public void A_recording_that_does_not_say_has_no_number()
    {
        Assert.That(Judge().DroppedDatagrams, Is.Null);
    }

    private static RunRecord Judge(params byte[][] marks)
    {
        var folder = Directory.CreateTempSubdirectory("hilbench-dropped");
        var file = Path.Combine(folder.FullName, EvidenceFolder.Capture);
        try
        {
            using (var capture = CaptureWriter.Create(file, "hilbench test", []))
            {
                foreach (var mark in marks.Append(BenchMarks.End()))
                {
                    capture.Write(new TapFrame(BenchTaps.Clock(StampSource.UserSpace), default(Instant), Direction.ToDevice, mark));
                }
            }

            return RunJudge.Judge(file, header: null, EvidenceLevel.Reduced);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
