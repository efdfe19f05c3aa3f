using System.Diagnostics;

namespace HilBench.Tests.Cli;

/// <summary>Runs <c>hilbench</c> in a process that finds no program on its path and no OpenGL driver.</summary>
internal static class BareMachine
{
    /// <summary>Carries out a command line.</summary>
    /// <param name="emptyFolder">A folder without programs, in place of the path.</param>
    /// <param name="args">The command line.</param>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string emptyFolder, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HilBench.Cli.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = emptyFolder, ["__EGL_VENDOR_LIBRARY_FILENAMES"] = "/nonexistent" },
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, error);
    }
}
