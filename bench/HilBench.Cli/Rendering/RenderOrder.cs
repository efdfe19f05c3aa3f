using System.Globalization;
using HilBench.Cli.Progress;
using HilBench.Links;
using HilBench.Runs;
using HilBench.Scene;

namespace HilBench.Cli.Rendering;

/// <summary>What is to be drawn, and where to.</summary>
/// <param name="Evidence">Evidence folder or capture.</param>
/// <param name="Style">How to draw.</param>
/// <param name="Out">File to write; null for the default.</param>
/// <param name="Skip">Octets before each air frame that are passed over.</param>
internal sealed record RenderOrder(string Evidence, SceneStyle Style, string? Out, int Skip)
{
    private const int MostFrames = 36_000;
    private const int BestQuality = 100;

    private string Capture => File.Exists(Evidence) ? Evidence : Path.Combine(Evidence, EvidenceFolder.Capture);

    /// <summary>Draws one moment.</summary>
    /// <param name="at">Time since the start of the recording.</param>
    /// <returns>What was drawn, in one line.</returns>
    public string Still(TimeSpan at)
    {
        var (first, last) = Range();
        Require(at, last - first);
        return Draw(first + at, []);
    }

    /// <summary>Draws the moment of a finding of the run record.</summary>
    /// <param name="purpose">Id of the purpose.</param>
    /// <param name="number">Number of its finding, from 1.</param>
    /// <returns>What was drawn, in one line.</returns>
    public string Finding(string purpose, int number)
    {
        var record = RunRecordFile.Read(Path.Combine(Evidence, EvidenceFolder.Record));
        var row = record.Purposes.FirstOrDefault(known => known.Row.Id == purpose)
            ?? throw new SceneException($"{Evidence}: the run record has no purpose '{purpose}'; it has {string.Join(", ", record.Purposes.Select(known => known.Row.Id))}.");
        if (number < 1 || number > row.Findings.Length)
        {
            throw new SceneException(string.Create(CultureInfo.InvariantCulture, $"{Evidence}: {purpose} has no finding {number}; it has {row.Findings.Length}."));
        }

        return row.Findings[number - 1].Finding.Moment is { } at
            ? Draw(at, [EvidencePictures.Mark(row, number - 1)])
            : throw new SceneException($"{Evidence}: finding {number} of {purpose} has no time in this record; judge the evidence again with 'hilbench judge', or choose a moment with --at.");
    }

    /// <summary>Draws a film.</summary>
    /// <param name="from">Where it begins, from the start of the recording.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="rate">Frames per second.</param>
    /// <param name="display">Told how far it is.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What was drawn, in one line.</returns>
    public string Film(TimeSpan from, TimeSpan to, double rate, IStageDisplay display, CancellationToken cancellation)
    {
        var (first, last) = Range();
        Require(from, last - first);
        Require(to, last - first);
        var frames = (int)Math.Min(Math.Floor((to - from).TotalSeconds * rate) + 1, MostFrames + 1);
        if (to <= from || frames > MostFrames)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"render: --to has to be after --from, and a film has at most {MostFrames} frames"));
        }

        var file = Out ?? "scene.webp";
        if (Path.GetExtension(file) is not ".webp")
        {
            throw new UsageException($"--out: a film is written as .webp, found '{file}'");
        }

        using var renderer = new SceneRenderer(Style);
        using var film = new SceneFilm(file, Style.Width, Style.Height, (int)Math.Round(1000 / rate));
        Instant[] times = [.. Enumerable.Range(0, frames).Select(frame => first + from + TimeSpan.FromSeconds(frame / rate))];
        foreach (var moment in SceneRecording.Moments(Capture, times, Skip))
        {
            cancellation.ThrowIfCancellationRequested();
            film.Add(renderer.Draw(moment));
            display.Advance((double)film.Frames / frames, string.Create(CultureInfo.InvariantCulture, $"frame {film.Frames} of {frames}"));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{file}: {film.Frames} frames of {Style.Width} x {Style.Height}");
    }

    private (Instant First, Instant Last) Range() => File.Exists(Capture)
        ? SceneRecording.Range(Capture)
        : throw new EvidenceException($"{Evidence}: there is no such capture, nor a folder with {EvidenceFolder.Capture}.");

    private string Draw(Instant at, SceneMark[] marks)
    {
        var file = Out ?? "scene.png";
        var encode = Path.GetExtension(file) switch
        {
            ".png" => (Func<ScenePicture, byte[]>)(picture => picture.ToPng()),
            ".jpg" or ".jpeg" => picture => picture.ToJpeg(),
            ".webp" => picture => picture.ToWebP(BestQuality),
            _ => throw new UsageException($"--out: a picture is written as .png, .jpg or .webp, found '{file}'"),
        };
        using var renderer = new SceneRenderer(Style);
        var moment = SceneRecording.Moments(Capture, [at], Skip).Single();
        File.WriteAllBytes(file, encode(renderer.Draw(moment with { Marks = [.. marks] })));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: {moment.Elapsed.TotalSeconds:0.000} s, {moment.At}; {moment.Vehicles.Length} vehicles, {moment.Signals.Length} signal groups, {Style.Width} x {Style.Height}, drawn by {renderer.Software}");
    }

    private void Require(TimeSpan at, TimeSpan length)
    {
        if (at < TimeSpan.Zero || at > length)
        {
            throw new SceneException($"{Evidence}: there is no moment at {SceneRecording.InSeconds(at)}; the recording goes from 0 s to {SceneRecording.InSeconds(length)}.");
        }
    }
}
