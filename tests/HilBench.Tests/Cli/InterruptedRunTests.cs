using System.Diagnostics;
using System.Globalization;

namespace HilBench.Tests.Cli;

/// <summary>A run in real time whose process ends in the middle.</summary>
internal sealed class InterruptedRunTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-interrupted");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task What_a_killed_process_recorded_opens_and_is_judged_inconclusive()
    {
        using (var process = Start())
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        var (code, output, error) = await Tool.RunAsync("judge", Evidence);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(output, Does.Contain("The capture has no end mark").And.Contain("inconclusive"));
        Assert.That(File.Exists(Path.Combine(Evidence, "run.json")), Is.False);
    }

    [Test]
    public async Task Ctrl_C_ends_the_run_judges_what_is_there_and_leaves_whole_evidence()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Signals are sent with kill, which Windows has not.");
        }

        using (var process = Start())
        {
            Peers.Run("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture));
            Assert.That(process.WaitForExit(TimeSpan.FromSeconds(30)));
            Assert.That(process.ExitCode, Is.EqualTo(2));
        }

        var (code, output, _) = await Tool.RunAsync("judge", Evidence);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Contain("needs 120 s of SPaT observed").And.Not.Contain("difference"));
    }

    private string Evidence => Path.Combine(_folder.FullName, "run");

    /// <summary>Starts a run in real time and waits until something is in its capture.</summary>
    private Process Start()
    {
        string[] args =
        [
            Path.Combine(AppContext.BaseDirectory, "HilBench.Cli.dll"), "certify", "--evidence", "reduced", "--clock", "wall", "--links", "udp", "--out", Evidence,
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", args) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var capture = new FileInfo(Path.Combine(Evidence, "capture.pcapng"));
        for (var tries = 0; tries < 300 && !(capture.Exists && capture.Length > 20_000); tries++)
        {
            Assert.That(process.HasExited, Is.False, () => process.StandardError.ReadToEnd());
            new ManualResetEventSlim(initialState: false).Wait(100);
            capture.Refresh();
        }

        Assert.That(capture.Length, Is.GreaterThan(20_000), "the capture grows while the run goes");
        return process;
    }
}
