using HilBench.Runs;

namespace HilBench.Running;

/// <summary>The evidence folder of a run that is being made.</summary>
public sealed class RunFolder
{
    private RunFolder(string path) => Path = path;

    /// <summary>The folder, as the caller named it.</summary>
    public string Path { get; }

    /// <summary>The capture.</summary>
    public string Capture => System.IO.Path.Combine(Path, EvidenceFolder.Capture);

    /// <summary>Makes the folder.</summary>
    /// <param name="path">The folder; made when it is not there.</param>
    /// <exception cref="RunException">It holds something already, or cannot be made or written to. Nothing is deleted.</exception>
    public static RunFolder Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw new RunException($"The output folder {path} is not empty. Choose a new one, or remove what is in it: the bench does not overwrite evidence.");
            }

            Directory.CreateDirectory(System.IO.Path.Combine(path, EvidenceFolder.Inputs));
            return new RunFolder(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"The output folder {path} cannot be written to: {fault.Message} Choose another folder.", fault);
        }
    }

    /// <summary>Copies a file that goes into the run.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Its path in the folder, with forward slashes, and its digest.</returns>
    public (string File, string Sha256) CopyInput(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        for (var number = 2; File.Exists(InputPath(name)); number++)
        {
            name = FormattableString.Invariant($"{System.IO.Path.GetFileNameWithoutExtension(file)}-{number}{System.IO.Path.GetExtension(file)}");
        }

        File.WriteAllBytes(InputPath(name), File.ReadAllBytes(file));
        return ($"{EvidenceFolder.Inputs}/{name}", Manifest.Digest(InputPath(name)));
    }

    /// <summary>Writes the header.</summary>
    public void Write(RunHeader header) => RunRecordFile.Write(System.IO.Path.Combine(Path, EvidenceFolder.Header), header);

    private string InputPath(string name) => System.IO.Path.Combine(Path, EvidenceFolder.Inputs, name);
}
