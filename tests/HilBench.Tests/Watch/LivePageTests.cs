using System.Diagnostics;
using System.Globalization;
using Deque.AxeCore.Playwright;
using HilBench.Runs;
using HilBench.Tests.Drivers.Docker;
using HilBench.Tests.Reports;
using Microsoft.Playwright;

namespace HilBench.Tests.Watch;

/// <summary>
/// The live page during a run in real time, in a browser that we did not write: states change, the scene moves, a container that is killed shows, two watch,
/// one loads the page anew, and the verdict comes at the end.
/// </summary>
[Category("Peer")]
[Category("Docker")]
[NonParallelizable]
internal sealed class LivePageTests
{
    private const float Patience = 300_000; // milliseconds: the first container waits for the emulator to be compiled to native code
    private DirectoryInfo _folder = null!;
    private Process? _run;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hilbench-live-");

    [TearDown]
    public void DeleteFolder()
    {
        if (_run is { HasExited: false })
        {
            _run.Kill();
            _run.WaitForExit();
        }

        _run?.Dispose();
        _run = null;
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task Chromium_sees_states_change_the_scene_move_and_a_killed_device()
    {
        DockerDaemon.Require();
        Peers.Require("chromium", "chromium");
        await using var wide = await OpenedPage.Open(new Uri("about:blank"));
        await using var narrow = await OpenedPage.Open(new Uri("about:blank"), 390);
        await narrow.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var run = _run = Start();
        var address = await Address(run);
        await wide.Page.GotoAsync(address.AbsoluteUri);
        await narrow.Page.GotoAsync(address.AbsoluteUri);

        await AssertRuns(wide, narrow);
        await AssertShowsKilled(wide, narrow);
        await wide.Page.ReloadAsync();
        Assert.That(run.HasExited, Is.False, "the page is loaded anew in mid-run");
        await Sees(wide, "#part-devices .why", "its container was killed");
        await SceneMoves(wide);
        await wide.Shoot("live-lost-1280");
        Peers.Run("kill", "-INT", run.Id.ToString(CultureInfo.InvariantCulture));
        await AssertEnds(run, wide, narrow);
        foreach (var opened in (OpenedPage[])[wide, narrow])
        {
            Assert.That(opened.Complaints, Is.Empty);
            Assert.That(opened.Requests.Where(url => !url.StartsWith(address.AbsoluteUri, StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal) && url != "data:," && url != "about:blank"), Is.Empty, "nothing is asked of anybody else");
        }
    }

    private static async Task AssertRuns(OpenedPage wide, OpenedPage narrow)
    {
        await Sees(wide, "#part-head", "running");
        await Sees(wide, "#part-purposes", "gathering evidence");
        await Sees(wide, "#part-devices", "heard");
        await Sees(narrow, "#part-taps", "rsu1.air");
        await SceneMoves(wide);
        await SceneMoves(narrow);
        await Sees(wide, "#part-purposes", "clean so far");
        await wide.Shoot("live-running-1280");
        await narrow.Shoot("live-running-390");
        await AssertReachable(wide);
        await AssertReachable(narrow);
    }

    private static async Task AssertShowsKilled(OpenedPage wide, OpenedPage narrow)
    {
        var began = TimeProvider.System.GetTimestamp();
        Peers.Run("docker", "kill", Peers.Run("docker", "ps", "-q", "--filter", "label=hilbench=obu1").Trim());
        var killed = TimeProvider.System.GetElapsedTime(began);
        await wide.Page.WaitForFunctionAsync("() => document.querySelector('#part-devices .why')?.textContent.includes('its container was killed')", null, new() { PollingInterval = 10, Timeout = Patience });
        TestContext.Out.WriteLine($"docker kill took {killed.TotalMilliseconds:0} ms; the page showed it {TimeProvider.System.GetElapsedTime(began).TotalMilliseconds - killed.TotalMilliseconds:0} ms after it returned");
        await Sees(narrow, "#part-devices .why", "its container was killed");
    }

    private async Task AssertEnds(Process run, OpenedPage wide, OpenedPage narrow)
    {
        await Sees(wide, "#part-head", "The run is over.");
        await Sees(narrow, "#part-head", "The run is over.");
        await run.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);
        Assert.That(run.ExitCode, Is.AnyOf(1, 2), "a device was lost: nothing of it passes");
        var verdict = RunRecordFile.Read(Path.Combine(_folder.FullName, "run", EvidenceFolder.Record)).Verdict;
        Assert.That(await wide.Page.TextContentAsync("#part-head .stamp strong"), Does.EndWith(verdict.ToString().ToLowerInvariant()), "the judge's own verdict");
        Assert.That(await wide.Page.TextContentAsync("#part-head .stamp .label"), Is.EqualTo("Verdict"));
        await wide.Shoot("live-over-1280");
        await narrow.Shoot("live-over-390");
    }

    private static async Task Sees(OpenedPage opened, string place, string text) =>
        await Assertions.Expect(opened.Page.Locator(place).First).ToContainTextAsync(text, new() { Timeout = Patience });

    // The clock in the picture alone makes it another one: the picture's octets change while the run goes.
    private static async Task SceneMoves(OpenedPage opened)
    {
        await Assertions.Expect(opened.Page.Locator("#scene")).ToBeVisibleAsync(new() { Timeout = Patience });
        var before = await opened.Page.GetAttributeAsync("#scene", "src");
        await Assertions.Expect(opened.Page.Locator("#scene")).Not.ToHaveAttributeAsync("src", before!, new() { Timeout = Patience });
        Assert.That(await opened.Page.Locator("#scene").EvaluateAsync<int>("image => image.naturalWidth"), Is.EqualTo(960));
    }

    private static async Task AssertReachable(OpenedPage opened)
    {
        var faults = (await opened.Page.RunAxe()).Violations.Where(fault => fault.Impact is "serious" or "critical");

        Assert.That(faults.Select(fault => $"{fault.Id}: {fault.Help}: {fault.Nodes[0].Html}"), Is.Empty);
        Assert.That(await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(opened.Page.ViewportSize!.Width));
    }

    private Process Start()
    {
        string[] args =
        [
            Path.Combine(AppContext.BaseDirectory, "HilBench.Cli.dll"), "certify", "--rig", Repository.PathOf("rigs/docker"), "--evidence", "reduced", "--scenario", Scenario(), "--no-pictures",
            "--watch", "--out", Path.Combine(_folder.FullName, "run"),
        ];
        return Process.Start(new ProcessStartInfo("dotnet", args) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
    }

    private static async Task<Uri> Address(Process run)
    {
        const string Words = "watch it: ";
        while (await run.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Words, StringComparison.Ordinal))
            {
                _ = run.StandardError.ReadToEndAsync();
                _ = run.StandardOutput.ReadToEndAsync();
                return new Uri(line[Words.Length..].Trim());
            }
        }

        throw new AssertionException("the run ended before it told where to watch it");
    }

    // The three minutes of the short scenario, but the vehicle comes at once.
    private string Scenario()
    {
        var path = Path.Combine(_folder.FullName, "live.yaml");
        File.WriteAllText(path, File.ReadAllText(Repository.PathOf("fixtures/scenarios/four-leg-short.yaml"))
            .Replace("../sites/four-leg.yaml", Repository.PathOf("fixtures/sites/four-leg.yaml"), StringComparison.Ordinal)
            .Replace("enters: 5 s", "enters: 0 s", StringComparison.Ordinal));
        return path;
    }
}
