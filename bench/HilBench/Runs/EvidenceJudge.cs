using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Observing;

namespace HilBench.Runs;

/// <summary>Judges evidence again without a rig: an evidence folder, also of a run that was cut off, or a capture from anywhere.</summary>
public static class EvidenceJudge
{
    /// <summary>Judges a folder or a capture.</summary>
    /// <param name="path">Evidence folder, pcapng or pcap file.</param>
    /// <param name="level">Which minimum evidence a pass needs; null for what the run was made for, full for a bare capture.</param>
    /// <param name="progress">Told from time to time how far it is.</param>
    /// <param name="skip">Octets before each air frame of a bare capture that are passed over: <see cref="ObservationReader.ReadBehind"/>.</param>
    /// <exception cref="EvidenceException">There is no such folder or file, or a file in it is no such file.</exception>
    /// <exception cref="CaptureException">The capture is none, or is damaged.</exception>
    public static EvidenceJudgement Judge(string path, EvidenceLevel? level = null, Action<JudgeProgress>? progress = null, int skip = 0)
    {
        if (File.Exists(path))
        {
            return new EvidenceJudgement(RunJudge.Judge(path, header: null, level ?? EvidenceLevel.Full, progress, skip), []);
        }

        if (!Directory.Exists(path))
        {
            throw new EvidenceException($"{path}: there is no such file or folder; expected an evidence folder, a pcapng or a pcap file.");
        }

        if (skip > 0)
        {
            throw new EvidenceException($"{path}: an evidence folder; octets are passed over only in a capture that no bench made.");
        }

        var capture = Path.Combine(path, EvidenceFolder.Capture);
        if (!File.Exists(capture))
        {
            throw new EvidenceException($"{path}: holds no {EvidenceFolder.Capture}; expected an evidence folder as certify and run leave it.");
        }

        var changed = File.Exists(Path.Combine(path, EvidenceFolder.Manifest)) ? Manifest.Verify(path) : [];
        var headerFile = Path.Combine(path, EvidenceFolder.Header);
        var header = File.Exists(headerFile) ? RunRecordFile.ReadHeader(headerFile) : null;
        try
        {
            var record = RunJudge.Judge(capture, header, level ?? header?.Method.Evidence ?? EvidenceLevel.Full, progress);
            return new EvidenceJudgement(record, [.. changed, .. Compare(path, record)]);
        }
        catch (CaptureException damage) when (changed.Length > 0)
        {
            throw new CaptureException($"{string.Join('\n', changed)}\n{damage.Message}", damage);
        }
    }

    private static ImmutableArray<string> Compare(string folder, RunRecord record)
    {
        var file = Path.Combine(folder, EvidenceFolder.Record);
        if (!File.Exists(file))
        {
            return [];
        }

        var stored = RunRecordFile.Read(file);
        if (stored.Method.Evidence != record.Method.Evidence)
        {
            return [];
        }

        var differences = ImmutableArray.CreateBuilder<string>();
        foreach (var purpose in record.Purposes)
        {
            var before = stored.Purposes.FirstOrDefault(other => other.Row.Id == purpose.Row.Id);
            if (before is null)
            {
                differences.Add($"{EvidenceFolder.Record}: has no {purpose.Row.Id}, the evidence gives {Word(purpose)}");
            }
            else if (before.Verdict != purpose.Verdict)
            {
                differences.Add($"{EvidenceFolder.Record}: says {Word(before)} for {purpose.Row.Id}, the evidence gives {Word(purpose)}: {purpose.Reason}");
            }
        }

        foreach (var gone in stored.Purposes.Where(before => record.Purposes.All(purpose => purpose.Row.Id != before.Row.Id)))
        {
            differences.Add($"{EvidenceFolder.Record}: says {Word(gone)} for {gone.Row.Id}, which this build does not execute");
        }

        if (differences.Count == 0 && !Timeless(stored).SequenceEqual(Timeless(AsOldAs(stored, record))))
        {
            differences.Add($"{EvidenceFolder.Record}: the verdicts are the same, but findings, measurements or reasons are not those that the evidence gives");
        }

        return differences.ToImmutable();
    }

    // What a record of an older build does not have is not held against it.
    private static RunRecord AsOldAs(RunRecord stored, RunRecord record)
    {
        var undecided = stored.Measurements.All(measurement => measurement.Decision is null);
        return record with
        {
            Timeline = stored.Timeline is null ? null : record.Timeline,
            Measurements =
            [
                .. record.Measurements.Select(measurement => measurement with
                {
                    Series = stored.Timeline is null ? [] : measurement.Series,
                    Decision = undecided ? null : measurement.Decision,
                    Limit = undecided && measurement.Limit is { } limit ? limit with { Exclusive = false } : measurement.Limit,
                }),
            ],
        };
    }

    // What the bench knew of its catalogue is no evidence either.
    private static ReadOnlySpan<byte> Timeless(RunRecord record) => RunRecordFile.Encode(record with
    {
        Pictures = [],
        Times = new RunTimes(default, default),
        Environment = new RunEnvironment(string.Empty, string.Empty, string.Empty, 0),
        Coverage = [],
        Purposes = [.. record.Purposes.Select(purpose => purpose with { ProvedBy = [] })],
    });

    private static string Word(PurposeRecord purpose) => purpose.NotApplicable ? "not applicable" : purpose.Verdict.ToString().ToLowerInvariant();
}
