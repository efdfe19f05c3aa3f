using System.CommandLine;
using System.Globalization;
using HilBench.Cli.Progress;
using HilBench.Runs;
using HilBench.Scene;

namespace HilBench.Cli.Rendering;

/// <summary>
/// Pictures of findings beside a run record. Where they cannot be drawn one line says so on standard error, and the record is the same but for
/// its list of pictures: verdicts and exit codes never depend on them.
/// </summary>
internal static class FindingPictures
{
    /// <summary>The option that goes without them.</summary>
    public static Option<bool> Option() => new("--no-pictures") { Description = "Draw no pictures of what failed." };

    /// <summary>Draws them, and writes the record with their list.</summary>
    /// <param name="capture">The capture that was judged.</param>
    /// <param name="folder">The folder with the run record.</param>
    /// <param name="record">The judged run.</param>
    /// <param name="terminal">Where to tell that there are none.</param>
    /// <param name="display">Told how far it is; null for nobody.</param>
    /// <param name="skip">Octets before each air frame of the capture that are passed over.</param>
    /// <returns>The record with its pictures.</returns>
    public static RunRecord Write(string capture, string folder, RunRecord record, Terminal terminal, IStageDisplay? display, int skip = 0)
    {
        try
        {
            var pictures = EvidencePictures.Write(
                capture,
                folder,
                record,
                (done, all) => display?.Advance((double)done / all, string.Create(CultureInfo.InvariantCulture, $"picture {done} of {all}")),
                skip);
            if (pictures.IsEmpty)
            {
                return record;
            }

            record = record with { Pictures = pictures };
            RunRecordFile.Write(Path.Combine(folder, EvidenceFolder.Record), record);
        }
        catch (SceneException missing)
        {
            terminal.Error.WriteLine($"hilbench: {missing.Message}; everything else is complete");
        }

        return record;
    }
}
