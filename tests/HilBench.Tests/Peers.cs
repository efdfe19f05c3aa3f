using System.Diagnostics;

namespace HilBench.Tests;

/// <summary>Programs that we did not write and that check ours.</summary>
internal static class Peers
{
    /// <summary>True where a missing peer is a failure, not a reason to skip (CI).</summary>
    public static bool Required => Environment.GetEnvironmentVariable("HILBENCH_REQUIRE_PEERS") == "1";

    /// <summary>Skips the test with the reason, or fails it where peers are required.</summary>
    public static void Missing(string what, string remedy)
    {
        if (Required)
        {
            Assert.Fail($"{what}: {remedy}.");
        }

        Assert.Ignore($"{what}: {remedy}.");
    }

    /// <summary>Makes sure that a program is installed; skips the test with the install line otherwise.</summary>
    public static void Require(string program, string debianPackage)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, program))))
        {
            Missing($"{program} is not installed", $"apt-get install {debianPackage}");
        }
    }

    /// <summary>Runs a program to its end, at most a minute, and returns what it printed on standard output; a non-zero exit code fails the test.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within a minute.");
        }

        Assert.That(process.ExitCode, Is.Zero, errors.GetAwaiter().GetResult());
        return output.GetAwaiter().GetResult();
    }
}
