using System.Collections.Immutable;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Observing;

namespace HilBench.Runs;

/// <summary>
/// Judges a recording observation by observation. What it would say if the recording ended here can be asked at any time, and changes nothing of
/// what it says at the end: so a run can be looked at while it goes. Used from one thread.
/// </summary>
public sealed class RecordingJudge
{
    private readonly RunHeader? _header;
    private readonly EvidenceLevel _level;
    private readonly RecordingScan _scan = new();
    private readonly RigScan _rig = new();
    private readonly TimelineScan? _timeline;
    private readonly ImmutableArray<RuleRun> _runs;

    /// <summary>Judges on all executable purposes.</summary>
    /// <param name="header">What was known when the run started; null for a capture from the field.</param>
    /// <param name="level">Which minimum evidence a pass needs.</param>
    public RecordingJudge(RunHeader? header, EvidenceLevel level)
        : this(header, level, PurposeTable.All, withTimeline: true)
    {
    }

    /// <summary>Judges on some purposes; the timeline is left out only to measure what it costs.</summary>
    internal RecordingJudge(RunHeader? header, EvidenceLevel level, ImmutableArray<TestPurpose> purposes, bool withTimeline)
    {
        _timeline = withTimeline ? new TimelineScan() : null;
        (_header, _level) = (header, level);
        _runs = [.. purposes.Select(purpose => new RuleRun(purpose))];
    }

    /// <summary>Packets seen so far.</summary>
    public long Packets => _scan.Packets;

    /// <summary>Whether the end mark of a complete run was seen.</summary>
    public bool Complete => _scan.Complete;

    /// <summary>Takes the next observation.</summary>
    public void Observe(Observation observation)
    {
        _scan.Observe(observation);
        _rig.Observe(observation);
        _timeline?.Observe(observation);
        foreach (var run in _runs)
        {
            run.Observe(observation);
        }
    }

    /// <summary>
    /// The record as if the recording ended here: with what is missing yet as missing evidence, without the messages of findings, and without a digest of the
    /// capture. It supports nothing: the verdicts of a run are those of its finished recording.
    /// </summary>
    /// <param name="taps">All taps of the recording, silent ones too.</param>
    public RunRecord SoFar(IReadOnlyList<TapInterface> taps) => Conclude(taps, null);

    /// <summary>The record of a finished recording.</summary>
    /// <param name="taps">All taps of the recording, silent ones too.</param>
    /// <param name="file">The file it was read from; null while it is still being written.</param>
    internal RunRecord Conclude(IReadOnlyList<TapInterface> taps, CaptureFile? file)
    {
        var end = _scan.End(taps);
        var verdicts = _runs.Select(run => LostDevices.Bear(run.Conclude(_level, end), _rig.Faults, _header?.Rig)).ToImmutableArray();
        var identity = file is null
            ? _scan.Identity(EvidenceFolder.Capture, string.Empty, 0, taps)
            : _scan.Identity(Path.GetFileName(file.Path), Manifest.Digest(file.Path), file.Octets, taps);
        var excerpts = file is null ? ImmutableDictionary<int, MessageExcerpt>.Empty : MessageExcerpts.Read(file.Path, verdicts, file.Skip);
        var notes = RunJudge.Notes(file, _scan, identity, _level, _rig.Dropped ?? 0);
        return RunJudge.Record(_header, _level, verdicts, excerpts, identity, end, _scan.UncertaintyBasis(taps), notes, _rig) with { Timeline = _timeline?.ToTimeline() };
    }
}
