using System.Diagnostics;

namespace HilBench.Drivers.Docker;

/// <summary>Compiles the emulator program to native code with the .NET SDK.</summary>
internal static class EmulatorPublish
{
    private const int ShownLines = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Publishes to a folder.</summary>
    /// <exception cref="DockerException">There is no SDK, or it failed; the message has its errors.</exception>
    public static async Task RunAsync(string root, string project, string runtimeId, string output, CancellationToken cancellation)
    {
        // Intermediate files of their own: nothing that the bench runs from is touched. No build servers: nothing stays running.
        string[] arguments =
        [
            "publish", Path.Combine(root, project), "-c", "Release", "-r", runtimeId, "-o", output, "-v", "q", "-nodeReuse:false",
            $"-p:ArtifactsPath={Path.Combine(root, "artifacts", "emulator", "build")}", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-p:GenerateDocumentationFile=false",
            "-p:DebugType=none",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = root };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var process = Start(start);
        try
        {
            var lines = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            if (process.ExitCode != 0)
            {
                var shown = $"{await lines}\n{await errors}".Split('\n').Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Select(line => line.Trim()).Distinct(StringComparer.Ordinal).Take(ShownLines);
                throw new DockerException(
                    $"The emulator program could not be published ('dotnet {string.Join(' ', arguments[..6])}' ended with {process.ExitCode}). Native code needs clang or gcc and zlib: apt-get install clang zlib1g-dev.\n{string.Join('\n', shown)}");
            }
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new DockerException($"Publishing the emulator program took more than {Patience.TotalMinutes:0} minutes: free the machine of other load and try again.", late);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new DockerException("The emulator program has to be published, and 'dotnet' is not on the PATH: install the .NET SDK that global.json names.", fault);
        }
    }
}
