using System.Collections.Immutable;
using System.Globalization;
using HilBench.Judging;
using HilBench.Observing;
using HilBench.Rules;

namespace HilBench.Runs;

/// <summary>Judges a recording: gives every packet of a capture to every rule, and makes the run record. The only input is the capture and, for identities, the header.</summary>
public static class RunJudge
{
    private const int ProgressPackets = 5000;
    private const int BlockOverhead = 48; // octets of an enhanced packet block besides the packet, about

    /// <summary>Judges a run that was just made, and writes the record into its evidence folder.</summary>
    /// <param name="folder">The evidence folder.</param>
    /// <param name="header">What was known when the run started.</param>
    /// <param name="progress">Told from time to time how far it is.</param>
    /// <exception cref="CaptureException">The capture is damaged.</exception>
    /// <exception cref="IOException">The record cannot be written.</exception>
    public static RunRecord Conclude(string folder, RunHeader header, Action<JudgeProgress>? progress = null)
    {
        var record = Judge(Path.Combine(folder, EvidenceFolder.Capture), header, header.Method.Evidence, progress);
        RunRecordFile.Write(Path.Combine(folder, EvidenceFolder.Record), record);
        return record;
    }

    /// <summary>Judges a capture on all executable purposes.</summary>
    /// <param name="capture">The capture, pcapng or pcap.</param>
    /// <param name="header">What was known when the run started; null for a capture from the field.</param>
    /// <param name="level">Which minimum evidence a pass needs.</param>
    /// <param name="progress">Told from time to time how far it is.</param>
    /// <param name="skip">Octets before each air frame of a capture from the field that are passed over.</param>
    /// <exception cref="CaptureException">The file is no capture, or is damaged.</exception>
    public static RunRecord Judge(string capture, RunHeader? header, EvidenceLevel level, Action<JudgeProgress>? progress = null, int skip = 0) =>
        Judge(capture, header, level, PurposeTable.All, progress, skip);

    /// <summary>Judges a capture on some purposes; the timeline is left out only to measure what it costs.</summary>
    internal static RunRecord Judge(
        string capture, RunHeader? header, EvidenceLevel level, ImmutableArray<TestPurpose> purposes, Action<JudgeProgress>? progress, int skip = 0, bool withTimeline = true)
    {
        var judge = new RecordingJudge(header, level, purposes, withTimeline);
        var length = new FileInfo(capture).Length;
        using var reader = CaptureReader.Open(capture);
        var octets = 0L;
        foreach (var packet in reader.Packets())
        {
            judge.Observe(ObservationReader.ReadBehind(packet, skip));
            octets += packet.Frame.Length + BlockOverhead;
            if (judge.Packets % ProgressPackets == 0)
            {
                progress?.Invoke(new JudgeProgress(Math.Min(1, (double)octets / length), judge.Packets));
            }
        }

        progress?.Invoke(new JudgeProgress(1, judge.Packets));
        return judge.Conclude(reader.Taps, new CaptureFile(capture, length, skip, reader.TruncatedAt));
    }

    /// <summary>Puts a record together.</summary>
    internal static RunRecord Record(
        RunHeader? header,
        EvidenceLevel level,
        ImmutableArray<PurposeVerdict> verdicts,
        IReadOnlyDictionary<int, MessageExcerpt> excerpts,
        CaptureIdentity identity,
        RecordingEnd end,
        string uncertaintyBasis,
        ImmutableArray<string> notes,
        RigScan rig)
    {
        var notReportable = rig.NotReportable(end.Complete);
        var finished = TimeProvider.System.GetUtcNow();
        var method = header?.Method ?? new RunMethod(end.Clock.Name == "virtual" ? "virtual" : "unknown", "unknown", 0, level, null, string.Empty);
        return new RunRecord
        {
            SchemaVersion = RunRecord.CurrentSchemaVersion,
            Suite = header?.Suite ?? "capture from the field",
            Scenario = header?.Scenario,
            Rig = header?.Rig,
            Method = method with
            {
                Evidence = level,
                TimingUncertaintyMilliseconds = end.TimingUncertainty?.TotalMilliseconds,
                TimingUncertaintyBasis = uncertaintyBasis,
            },
            Times = new RunTimes(header?.StartedUtc ?? finished, finished),
            Environment = header?.Environment ?? BenchEnvironment.Here(),
            Capture = identity,
            Complete = end.Complete,
            Purposes = [.. verdicts.Select(verdict => Purpose(verdict, level, excerpts))],
            Measurements = [.. verdicts.SelectMany(verdict => verdict.Result.Measurements.Select(measurement => LimitDecisions.Decide(measurement, verdict.Result)))],
            Verdict = verdicts.Select(verdict => verdict.Verdict)
                .Aggregate(notReportable.IsEmpty && rig.Dropped is not > 0 ? Verdict.None : Verdict.Inconclusive, Verdicts.Worse),
            NotCovered = Coverage.NotCovered,
            Notes = notes,
            DeviceFaults = rig.Faults,
            DroppedDatagrams = rig.Dropped,
            Attestations = rig.Attestations,
            NotReportable = notReportable,
            Coverage = Coverage.Of([.. verdicts.Select(verdict => verdict.Purpose.Id)]),
        };
    }

    private static PurposeRecord Purpose(PurposeVerdict verdict, EvidenceLevel level, IReadOnlyDictionary<int, MessageExcerpt> excerpts) => new()
    {
        Row = Catalogue.Us[verdict.Purpose.Id],
        Rule = verdict.Rule.Name,
        RuleStatement = verdict.Rule.Statement,
        Verdict = verdict.Verdict,
        Reason = verdict.Reason,
        NotApplicable = verdict.Verdict == Verdict.None,
        Evidence =
        [
            .. verdict.Purpose.MinimumEvidence.Select(requirement => new EvidenceRecord(
                requirement.Name, requirement.Unit, requirement.At(level), Judging.Judge.Found(verdict.Result, requirement))),
        ],
        Findings = [.. verdict.Result.Findings.Select((finding, index) => new FindingRecord(finding, Excerpt(finding, index, excerpts)))],
        FindingCount = verdict.Result.FindingCount,
        Measurements = [.. verdict.Result.Measurements.Select(measurement => measurement.Name)],
        ProvedBy = SeededDefects.ProofOf(verdict.Purpose.Id),
    };

    private static MessageExcerpt? Excerpt(Finding finding, int index, IReadOnlyDictionary<int, MessageExcerpt> excerpts) =>
        index < MessageExcerpts.PerPurpose && finding.Proof.Length > 0 ? excerpts.GetValueOrDefault(finding.Proof[0].Packet) : null;

    /// <summary>What a reader of the record has to know besides.</summary>
    internal static ImmutableArray<string> Notes(CaptureFile? file, RecordingScan scan, CaptureIdentity identity, EvidenceLevel level, long dropped)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (level == EvidenceLevel.Reduced)
        {
            notes.Add("Reduced evidence was asked for: this record serves regression and integration and supports no certificate.");
        }

        if (file is { Skip: > 0 and var skip })
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{skip} octets before each air frame were passed over, as a header of the unit that captured: judge it with --skip {skip} to get the same."));
        }

        if (file?.TruncatedAt is { } offset)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"The capture breaks off at octet {offset}; everything before it was judged."));
        }

        if (!scan.Complete)
        {
            notes.Add("The capture has no end mark: the run was cut off, or the bench did not make it. What it holds was judged.");
        }

        if (dropped > 0)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The kernel threw away {dropped} datagram{(dropped == 1 ? string.Empty : "s")} before the bench could take them: evidence is missing. Take load off this machine, and run again."));
        }

        foreach (var tap in identity.Taps.Where(tap => tap.Undecoded > 0))
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"{tap.Undecoded} of {tap.Packets} packets on {tap.Name} could not be read as what the tap carries."));
        }

        return notes.ToImmutable();
    }
}
