using System.Collections.Immutable;
using System.Globalization;
using HilBench.Judging;
using HilBench.Links;
using HilBench.Runs;

namespace HilBench.Scene;

/// <summary>Pictures of the scene at the first findings of each purpose that failed, for the evidence folder. Verdicts do not depend on them.</summary>
public static class EvidencePictures
{
    /// <summary>Folder below the evidence folder.</summary>
    public const string Folder = "pictures";

    /// <summary>Most pictures of one purpose.</summary>
    public const int PerPurpose = 3;

    /// <summary>Most pictures of one run.</summary>
    public const int PerRun = 20;

    /// <summary>Draws them in one pass over the capture.</summary>
    /// <param name="capture">The capture that was judged.</param>
    /// <param name="folder">The folder with the run record.</param>
    /// <param name="record">The judged run.</param>
    /// <param name="drawn">Told after each picture: how many are drawn, of how many.</param>
    /// <param name="skip">Octets before each air frame of the capture that are passed over.</param>
    /// <returns>What was drawn, in the order of the purposes; nothing when nothing failed.</returns>
    /// <exception cref="SceneException">The machine has no OpenGL.</exception>
    /// <exception cref="IOException">A picture cannot be written.</exception>
    public static ImmutableArray<PictureRecord> Write(string capture, string folder, RunRecord record, Action<int, int>? drawn = null, int skip = 0)
    {
        ArgumentNullException.ThrowIfNull(record);
        var wanted = Wanted(record);
        if (wanted.IsEmpty)
        {
            return [];
        }

        using var renderer = new SceneRenderer(new SceneStyle());
        Directory.CreateDirectory(Path.Combine(folder, Folder));
        var pictures = new PictureRecord[wanted.Length];
        var order = Enumerable.Range(0, wanted.Length).OrderBy(index => wanted[index].At).ToArray();
        var moments = SceneRecording.Moments(capture, [.. order.Select(index => wanted[index].At)], skip);
        foreach (var (moment, place) in moments.Select((moment, place) => (moment, place)))
        {
            var (purpose, finding, at) = wanted[order[place]];
            var picture = renderer.Draw(moment with { Marks = [Mark(purpose, finding)] });
            var file = string.Create(CultureInfo.InvariantCulture, $"{Folder}/{purpose.Row.Id}-{finding + 1}.png");
            File.WriteAllBytes(Path.Combine(folder, file), picture.ToPng());
            pictures[order[place]] = new PictureRecord(file, purpose.Row.Id, finding, at, picture.Width, picture.Height, Caption(purpose, finding, moment));
            drawn?.Invoke(place + 1, wanted.Length);
        }

        return [.. pictures];
    }

    /// <summary>How a picture points at a finding.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="finding">Index of its finding, from 0.</param>
    public static SceneMark Mark(PurposeRecord purpose, int finding)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        var found = purpose.Findings[finding].Finding;
        return new SceneMark(string.Create(CultureInfo.InvariantCulture, $"{purpose.Row.Id}, finding {finding + 1}"), found.Message, found.Device);
    }

    private static ImmutableArray<(PurposeRecord Purpose, int Finding, Instant At)> Wanted(RunRecord record) =>
    [
        .. record.Purposes.Where(purpose => purpose.Verdict == Verdict.Fail)
            .SelectMany(purpose => purpose.Findings
                .Select((finding, index) => (Purpose: purpose, Finding: index, At: finding.Finding.Moment))
                .Where(candidate => candidate.At is not null)
                .Take(PerPurpose)
                .Select(candidate => (candidate.Purpose, candidate.Finding, candidate.At!.Value)))
            .Take(PerRun),
    ];

    private static string Caption(PurposeRecord purpose, int finding, SceneMoment moment) => string.Create(
        CultureInfo.InvariantCulture, $"The scene {moment.Elapsed.TotalSeconds:0.000} s after the start: {purpose.Findings[finding].Finding.Message}");
}
