using System.Collections.Immutable;
using HilBench.Runs;

namespace HilBench.Reports;

/// <summary>Writes reports into a folder: each to a temporary file first, then renamed, so that no reader ever sees half a report.</summary>
public static class ReportWriter
{
    /// <summary>Writes every report of <see cref="ReportTable.All"/> and returns their file names, in that order.</summary>
    /// <param name="runRecord">The run.</param>
    /// <param name="folder">Folder to write to; made when it is not there. Files of the same names are replaced.</param>
    /// <param name="pictures">Gives the octets of a picture by its file name in the evidence folder, null where there is no such file: <see cref="PictureFolder"/>.</param>
    /// <exception cref="ReportException">The folder cannot be made, is read-only or full.</exception>
    public static ImmutableArray<string> WriteAll(RunRecord runRecord, string folder, Func<string, byte[]?>? pictures = null)
    {
        ArgumentNullException.ThrowIfNull(runRecord);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        foreach (var format in ReportTable.All)
        {
            Write(format.FileName, format.Illustrated is { } illustrated && pictures is not null ? illustrated(runRecord, pictures) : format.Render(runRecord), folder);
        }

        return [.. ReportTable.All.Select(format => format.FileName)];
    }

    private static void Write(string fileName, byte[] octets, string folder)
    {
        var temporary = Path.Combine(folder, $".{fileName}.part");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(temporary, octets);
            File.Move(temporary, Path.Combine(folder, fileName), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DeleteRest(temporary);
            throw new ReportException(
                $"{fileName} ({octets.Length} octets) could not be written to '{folder}': {exception.Message.TrimEnd('.')}. "
                + "Expected a folder that can be written to and has room; free space there, change its permissions, or name another folder.",
                exception);
        }
    }

    private static void DeleteRest(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder that refused the report may refuse this too; the first refusal is the one to tell.
        }
    }
}
