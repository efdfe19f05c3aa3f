using System.Collections.Immutable;
using HilBench.Drivers;
using HilBench.Judging;
using HilBench.Measuring;
using HilBench.Observing;
using HilBench.Rules;
using HilBench.Running;
using HilBench.Runs;

namespace HilBench.Tests.Runs;

internal sealed class EvidenceJudgeTests
{
    private DirectoryInfo _folder = null!;
    private string _run = null!;

    [OneTimeSetUp]
    public void MakeRun()
    {
        _folder = Directory.CreateTempSubdirectory("hilbench-judge");
        _run = Path.Combine(_folder.FullName, "run");
        var outcome = RunLauncher.Execute(
            new RunRequest
            {
                ScenarioFile = Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"),
                Rig = Repository.PathOf("rigs/emulated"),
                OutFolder = _run,
                Evidence = EvidenceLevel.Reduced,
            },
            CancellationToken.None);
        RunRecordFile.Write(Path.Combine(_run, EvidenceFolder.Record), RunJudge.Judge(Capture(_run), outcome.Header, EvidenceLevel.Reduced));
        Manifest.Write(_run);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void Every_executable_purpose_passes_on_the_clean_rig()
    {
        var record = RunRecordFile.Read(Path.Combine(_run, EvidenceFolder.Record));

        Assert.That(record.Purposes.Select(purpose => purpose.Row.Id), Is.EqualTo(PurposeTable.All.Select(purpose => purpose.Id)));
        Assert.That(record.Purposes.Where(purpose => purpose.Verdict != Verdict.Pass).Select(purpose => $"{purpose.Row.Id}: {purpose.Verdict}: {purpose.Reason}"), Is.Empty);
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Pass));
        Assert.That(record.Complete);
    }

    [Test]
    public void Judging_the_evidence_again_gives_the_same_record()
    {
        var again = EvidenceJudge.Judge(_run);

        Assert.That(again.Differences, Is.Empty);
        Assert.That(again.Record.Verdict, Is.EqualTo(Verdict.Pass));
    }

    [Test]
    public void A_record_of_a_build_without_a_time_line_is_compared_in_what_it_has()
    {
        var older = Copy("older");
        var file = Path.Combine(older, EvidenceFolder.Record);
        var record = RunRecordFile.Read(file);
        RunRecordFile.Write(file, record with { Timeline = null, Measurements = [.. record.Measurements.Select(measurement => measurement with { Series = [] })] });
        Manifest.Write(older);

        Assert.That(EvidenceJudge.Judge(older).Differences, Is.Empty);
    }

    [Test]
    public void A_record_of_a_build_that_decided_no_single_measurement_is_compared_in_what_it_has()
    {
        var older = Copy("undecided");
        var file = Path.Combine(older, EvidenceFolder.Record);
        var record = RunRecordFile.Read(file);
        Assert.That(record.Measurements.Where(measurement => measurement.Limit is not null).Select(measurement => measurement.Decision?.Outcome), Is.Not.Empty.And.All.EqualTo(LimitOutcome.Within));
        RunRecordFile.Write(file, record with
        {
            Measurements = [.. record.Measurements.Select(measurement => measurement with { Decision = null, Limit = measurement.Limit is { } limit ? limit with { Exclusive = false } : null })],
        });
        Assert.That(File.ReadAllText(file), Does.Not.Contain("\"decision\"").And.Not.Contain("\"exclusive\""));
        Manifest.Write(older);

        Assert.That(EvidenceJudge.Judge(older).Differences, Is.Empty);
    }

    [Test]
    public void What_an_older_build_did_not_know_of_its_catalogue_is_no_difference()
    {
        var older = Copy("catalogue");
        var file = Path.Combine(older, EvidenceFolder.Record);
        var record = RunRecordFile.Read(file);
        Assert.That(record.Coverage, Is.Not.Empty);
        Assert.That(record.Purposes.Select(purpose => purpose.ProvedBy.Length), Has.All.Positive);
        RunRecordFile.Write(file, record with { Coverage = [], Purposes = [.. record.Purposes.Select(purpose => purpose with { ProvedBy = [] })] });
        Manifest.Write(older);

        Assert.That(EvidenceJudge.Judge(older).Differences, Is.Empty);
    }

    [Test]
    public void A_flipped_bit_in_a_message_of_the_capture_is_told_and_judged()
    {
        var changed = Copy("flipped");
        Flip(Capture(changed), LastBsm(Capture(changed)));

        var judged = EvidenceJudge.Judge(changed);

        Assert.That(judged.Differences, Has.Length.GreaterThanOrEqualTo(2));
        Assert.That(judged.Differences[0], Does.StartWith("capture.pcapng: has digest ").And.EndsWith("the file was changed after the run"));
        Assert.That(judged.Differences[1], Does.StartWith("run.json: "));
    }

    [Test]
    public void A_flipped_bit_in_the_structure_of_the_capture_is_told_with_the_file_that_was_changed()
    {
        var changed = Copy("broken");
        Flip(Capture(changed), 4);

        Assert.That(
            () => EvidenceJudge.Judge(changed),
            Throws.TypeOf<CaptureException>().With.Message.StartsWith("capture.pcapng: has digest ").And.Message.Contains("the file was changed after the run\n"));
    }

    [Test]
    public void A_run_that_was_cut_off_is_judged_and_is_inconclusive_where_evidence_is_short()
    {
        var cut = Copy("cut");
        File.Delete(Path.Combine(cut, EvidenceFolder.Record));
        File.Delete(Path.Combine(cut, EvidenceFolder.Manifest));
        using (var capture = new FileStream(Capture(cut), FileMode.Open))
        {
            capture.SetLength((capture.Length / 8) + 1);
        }

        var judged = EvidenceJudge.Judge(cut);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(judged.Differences, Is.Empty);
        Assert.That(judged.Record.Complete, Is.False);
        Assert.That(judged.Record.Verdict, Is.EqualTo(Verdict.Inconclusive));
        Assert.That(judged.Record.Purposes.Select(purpose => purpose.Verdict), Has.None.EqualTo(Verdict.Fail));
        Assert.That(judged.Record.Notes, Has.Some.StartsWith("The capture breaks off at octet").And.Some.StartsWith("The capture has no end mark"));
        Assert.That(judged.Record.Purposes.Single(purpose => purpose.Row.Id == "US-BSM-004").Reason, Does.StartWith("needs 200 BSM intervals, saw "));
    }

    [Test]
    public void A_bare_capture_is_judged_at_full_evidence()
    {
        var judged = EvidenceJudge.Judge(Capture(_run));

        Assert.That(judged.Record.Method.Evidence, Is.EqualTo(EvidenceLevel.Full));
        Assert.That(judged.Record.Rig, Is.Null);
        Assert.That(judged.Record.Method.Clock, Is.EqualTo("virtual"));
    }

    [Test]
    public void A_changed_verdict_in_the_stored_record_is_told()
    {
        var changed = Copy("embellished");
        var file = Path.Combine(changed, EvidenceFolder.Record);
        var record = RunRecordFile.Read(file);
        RunRecordFile.Write(file, record with { Purposes = [record.Purposes[0] with { Verdict = Verdict.Fail }, .. record.Purposes.Skip(1)] });

        Assert.That(EvidenceJudge.Judge(changed).Differences, Has.Some.StartsWith("run.json: says fail for US-BSM-002, the evidence gives pass"));
    }

    [Test]
    public void A_path_that_is_no_evidence_is_refused_with_what_is_expected()
    {
        Assert.That(
            () => EvidenceJudge.Judge(Path.Combine(_folder.FullName, "nowhere")),
            Throws.TypeOf<EvidenceException>().With.Message.EndsWith("there is no such file or folder; expected an evidence folder, a pcapng or a pcap file."));
        Assert.That(
            () => EvidenceJudge.Judge(_folder.FullName),
            Throws.TypeOf<EvidenceException>().With.Message.EndsWith("holds no capture.pcapng; expected an evidence folder as certify and run leave it."));
    }

    [Test]
    public void A_rule_that_breaks_down_is_an_error_of_its_purpose_and_the_others_go_on()
    {
        ImmutableArray<TestPurpose> purposes =
        [
            PurposeTable.All[0] with { CreateRule = () => new BrokenRule() },
            PurposeTable.All[1],
        ];

        var record = RunJudge.Judge(Capture(_run), header: null, EvidenceLevel.Reduced, purposes, progress: null);

        Assert.That(record.Purposes.Select(purpose => purpose.Verdict), Is.EqualTo([Verdict.Error, Verdict.Pass]));
        Assert.That(record.Purposes[0].Reason, Is.EqualTo("the rule broken broke down at packet 1: InvalidOperationException: no"));
        Assert.That(record.Verdict, Is.EqualTo(Verdict.Error));
    }

    private static string Capture(string folder) => Path.Combine(folder, EvidenceFolder.Capture);

    private static void Flip(string file, long offset)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.Position = offset;
        var octet = stream.ReadByte();
        stream.Position = offset;
        stream.WriteByte((byte)(octet ^ 1));
    }

    /// <summary>Offset of an octet in the message count and temporary id of the last BSM in the file.</summary>
    private static long LastBsm(string capture)
    {
        using var reader = CaptureReader.Open(capture);
        var payload = reader.Packets().Select(ObservationReader.Read).Where(seen => seen.Tap == "obu1.air").Select(seen => ((AirContent)seen.Content).Payload).Last();
        return File.ReadAllBytes(capture).AsSpan().LastIndexOf(payload.Span) + 5;
    }

    private string Copy(string name)
    {
        var copy = Path.Combine(_folder.FullName, name);
        foreach (var file in Directory.EnumerateFiles(_run, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(_run, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private sealed class BrokenRule : IRule
    {
        public string Name => "broken";

        public string Statement => "breaks down";

        public void Observe(Observation observation) => throw new InvalidOperationException("no");

        public RuleResult Conclude(RecordingEnd recordingEnd) => throw new InvalidOperationException("no");
    }
}
